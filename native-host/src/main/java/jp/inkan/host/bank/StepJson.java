package jp.inkan.host.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import jp.inkan.host.text.PlainText;

/** Steps as the bank writes them, and their names in our answers. */
final class StepJson {
    private static final Pattern CODE = Pattern.compile("[\\x20-\\x7e]{1,256}");
    private static final int LONGEST_QUESTION = 256;

    private StepJson() {}

    static Step read(JsonNode next) throws BankException.Protocol {
        return switch (BankJson.text(next, "step")) {
            case "one-time-password" -> new Step.OneTimePassword();
            case "time-sync" -> new Step.TimeSync();
            case "transaction" -> new Step.Transaction(code(BankJson.text(next, "code")));
            case "question" -> new Step.Question(question(BankJson.text(next, "text")));
            case "enrol" -> new Step.Enrol();
            default -> throw new BankException.Protocol("The bank asks for a step this host doesn't know");
        };
    }

    /** @throws IllegalArgumentException for enrol, which isn't answered in the conversation */
    static String nameOf(Step step) {
        return switch (step) {
            case Step.OneTimePassword _ -> "one-time-password";
            case Step.TimeSync _ -> "time-sync";
            case Step.Transaction _ -> "transaction";
            case Step.Question _ -> "question";
            case Step.Enrol _ -> throw new IllegalArgumentException("enrol takes no answer");
        };
    }

    private static String code(String code) throws BankException.Protocol {
        if (!CODE.matcher(code).matches()) {
            throw new BankException.Protocol("The transaction has no usable code");
        }
        return code;
    }

    private static String question(String text) throws BankException.Protocol {
        String plain = PlainText.of(text).strip();
        if (plain.isEmpty() || plain.length() > LONGEST_QUESTION) {
            throw new BankException.Protocol("The question has no usable text");
        }
        return plain;
    }
}
