package jp.inkan.host.bank;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Any body a bank answers a sign-in or a step with is one of the steps, or no answer of the protocol. */
public final class SignInFuzz {
    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    private static final Pattern WORDS = Pattern.compile(
            "The sign-in's answer isn't JSON|The sign-in has no usable token|The transaction has no usable code"
                    + "|The question has no usable text|The bank asks for a step this host doesn't know");

    private SignInFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws BankException {
        try {
            BankSession session = SignInMessages.session(new Answer(201, JSON, input));
            holds(session.token().matches("[A-Za-z0-9._~+/=-]{16,1000}"), "a token fits into a header");
            holds(session.next().equals(SignInMessages.next(new Answer(200, JSON, input))), "the step is the same in both answers");
            check(session.next());
        } catch (BankException.Protocol e) {
            quotesNothing(e, WORDS);
        }
    }

    private static void check(Step next) {
        switch (next) {
            case Step.Transaction transaction -> holds(transaction.code().matches("[ -~]{1,256}"), "a code is printable ASCII");
            case Step.Question question -> {
                String text = question.text();
                holds(!text.isBlank() && text.length() <= 256, "a question has a length");
                holds(text.chars().noneMatch(Character::isISOControl), "a question steers no terminal");
                holds(StandardCharsets.UTF_8.newEncoder().canEncode(text), "a question can be sent on");
            }
            case Step.OneTimePassword _, Step.TimeSync _, Step.Enrol _ -> { }
        }
    }
}
