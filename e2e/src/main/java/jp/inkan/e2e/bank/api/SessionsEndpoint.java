package jp.inkan.e2e.bank.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.signin.Next;
import jp.inkan.e2e.bank.signin.Progress;
import jp.inkan.e2e.bank.signin.Sessions;
import jp.inkan.e2e.bank.signin.SignIn;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.User;

/** {@code POST /inkan/v1/sessions}: signing in. */
public final class SessionsEndpoint implements Endpoint {
    private static final Duration FULL_HOUSE = Duration.ofMinutes(1);

    private final Institution bank;
    private final SignIn signIn;
    private final Sessions sessions;

    public SessionsEndpoint(Institution bank, SignIn signIn, Sessions sessions) {
        this.bank = bank;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.hasType("application/json")) {
            return Problem.requestMalformed("not application/json");
        }
        try {
            Request request = Json.read(ask.text(), Request.class);
            return request.purpose().equals("issue")
                    ? answer(signIn.with(request.loginId(), request.password()))
                    : Problem.requestMalformed("an unknown purpose");
        } catch (CharacterCodingException e) {
            return Problem.requestMalformed("not UTF-8");
        } catch (JsonProcessingException e) {
            return Problem.requestMalformed("not the JSON of a sign-in");
        }
    }

    private Reply answer(SignIn.Outcome outcome) {
        return switch (outcome) {
            case SignIn.Accepted(User user) -> user.plan().obstacle().map(Problem::obstacle).orElseGet(() -> open(user));
            case SignIn.Wrong wrong -> Problem.credentials(wrong.triesLeft());
            case SignIn.Locked locked -> Problem.loginLocked();
        };
    }

    private Reply open(User user) {
        Progress progress = Progress.begin(user, bank);
        return sessions.open(user.loginId(), progress)
                .map(token -> opened(token, progress.next()))
                .orElseGet(() -> Problem.bankBusy(FULL_HOUSE));
    }

    private static Reply opened(String token, Next next) {
        return Reply.of(201, "application/json", Json.bytes(new Opened(token, Wanted.of(next))))
                .with("Cache-Control", "no-store");
    }

    private record Request(String purpose, String loginId, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Request[" + purpose + "]";
        }
    }

    private record Opened(String token, Wanted next) {
    }
}
