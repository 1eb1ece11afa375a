package jp.inkan.e2e.bank.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.signin.Answers;
import jp.inkan.e2e.bank.signin.Given;
import jp.inkan.e2e.bank.state.SecretQuestion;

/** {@code POST /inkan/v1/sessions/current/answers}: the steps after the password. */
public final class AnswersEndpoint implements Endpoint {
    private final Answers answers;

    public AnswersEndpoint(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Reply answer(Ask ask) throws IOException {
        Optional<String> token = Bearer.token(ask);
        if (token.isEmpty()) {
            return Problem.sessionExpired();
        }
        if (!ask.hasType("application/json")) {
            return Problem.requestMalformed("not application/json");
        }
        try {
            Optional<Given> given = Json.read(ask.text(), Request.class).given();
            return given.isPresent()
                    ? reply(answers.answer(token.get(), given.get()))
                    : Problem.requestMalformed("an unknown step, or not its kind of value");
        } catch (CharacterCodingException e) {
            return Problem.requestMalformed("not UTF-8");
        } catch (JsonProcessingException e) {
            return Problem.requestMalformed("not the JSON of an answer");
        }
    }

    private static Reply reply(Answers.Outcome outcome) {
        return switch (outcome) {
            case Answers.Accepted(var next) -> Reply
                    .of(200, "application/json", Json.bytes(new GoOn(Wanted.of(next))))
                    .with("Cache-Control", "no-store");
            case Answers.Wrong(int triesLeft) -> Problem.answerWrong(triesLeft);
            case Answers.Locked locked -> Problem.loginLocked();
            case Answers.Unexpected unexpected -> Problem.stepUnexpected();
            case Answers.NoSession none -> Problem.sessionExpired();
        };
    }

    private record Request(String to, JsonNode value) {
        /** The answer, if there is such a step and the value is of its kind. */
        Optional<Given> given() {
            return switch (to) {
                case "one-time-password", "transaction", "question" ->
                    typed(value) ? Optional.of(new Given.One(to, value.textValue())) : Optional.empty();
                case "time-sync" -> value.isArray() && value.size() == 2 && typed(value.get(0)) && typed(value.get(1))
                        ? Optional.of(new Given.Two(to, value.get(0).textValue(), value.get(1).textValue()))
                        : Optional.empty();
                default -> Optional.empty();
            };
        }

        /** Not only what is right: a customer may have typed anything, and is told that it's wrong. */
        private static boolean typed(JsonNode value) {
            return value.isTextual() && value.textValue().length() <= SecretQuestion.LONGEST;
        }

        /** Without the value. */
        @Override
        public String toString() {
            return "Request[" + to + "]";
        }
    }

    private record GoOn(Wanted next) {
    }
}
