package jp.inkan.host.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.inkan.host.failure.Reason;

/** Turns an answer other than the expected one into the exception it stands for (RFC 9457). */
final class Problem {
    private static final String TYPE = "urn:inkan:problem:";
    /** What a bank may say; the others are the host's own findings. */
    private static final Map<String, Reason> REASONS = Stream.of(
                    Reason.CREDENTIALS,
                    Reason.ANSWER_WRONG,
                    Reason.LOGIN_LOCKED,
                    Reason.ALREADY_ISSUED,
                    Reason.SESSION_EXPIRED,
                    Reason.INSTITUTION_UNKNOWN,
                    Reason.QUESTION_NOT_REGISTERED,
                    Reason.USER_CODE_UNCONFIRMED,
                    Reason.TRANSACTION_TOKEN_NOT_REGISTERED,
                    Reason.OTP_HARDWARE_NOT_REGISTERED,
                    Reason.OTP_TOKEN_NOT_ISSUED,
                    Reason.TRANSACTION_TOKEN_NOT_CHOSEN,
                    Reason.CONTRACT_UNCONFIRMED,
                    Reason.CERTIFICATE_UNKNOWN,
                    Reason.CERTIFICATE_REVOKED,
                    Reason.NOT_RENEWABLE)
            .collect(Collectors.toUnmodifiableMap(Reason::wireName, Function.identity()));
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration MUCH_LATER = Duration.ofHours(24);

    private Problem() {}

    static BankException of(Answer answer, Instant now) {
        if (answer.status() == 503 || answer.status() == 202) {
            return new BankException.Busy(retryAfter(answer.headers().get(Answer.RETRY_AFTER), now));
        }
        if (!answer.mediaType().equals("application/problem+json")) {
            return new BankException.Protocol("Status " + answer.status() + " without a problem document");
        }
        return BankJson.read(answer.body())
                .<BankException>map(problem -> refused(answer.status(), problem))
                .orElseGet(() -> new BankException.Protocol("Status " + answer.status() + " with an unreadable problem document"));
    }

    private static BankException.Refused refused(int status, JsonNode problem) {
        String type = BankJson.text(problem, "type");
        String reason = type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
        int tries = BankJson.number(problem, "triesLeft");
        return new BankException.Refused(
                status,
                REASONS.getOrDefault(reason, Reason.BANK_REFUSED),
                tries > 0 && tries < 100 ? OptionalInt.of(tries) : OptionalInt.empty());
    }

    /** Seconds or a date (RFC 9110 section 10.2.3), between nothing and a day. */
    private static Duration retryAfter(String value, Instant now) {
        if (value == null) {
            return LATER;
        }
        try {
            Duration wait = value.strip().chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip(), Instant::from));
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(MUCH_LATER) > 0 ? MUCH_LATER : wait;
        } catch (NumberFormatException | DateTimeException e) {
            return LATER;
        }
    }
}
