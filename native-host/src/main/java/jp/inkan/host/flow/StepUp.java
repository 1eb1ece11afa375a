package jp.inkan.host.flow;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.inkan.host.bank.Step;
import jp.inkan.host.flow.Prompt.Field;
import jp.inkan.host.flow.Prompt.Kind;
import jp.inkan.host.institution.Institution.Length;

/** The screens CCHK003 to CCHK006, each for the step of the bank that asks for it. */
final class StepUp {
    /** The manuals' tokens give six digits, newer ones eight. */
    private static final Length TOKEN_NUMBER = new Length(6, 8);
    private static final Length ANSWER = new Length(1, 64);
    private static final int TOKEN_PERIOD_SECONDS = 60;

    private StepUp() {}

    /** @throws IllegalArgumentException for enrol, which asks the user nothing */
    static Prompt prompt(Step step) {
        return switch (step) {
            case Step.OneTimePassword _ -> new Prompt("CCHK003", List.of(number("oneTimePassword")), null, null);
            case Step.TimeSync _ -> new Prompt(
                    "CCHK004", List.of(number("now"), number("later")), new Prompt.Show.Wait(TOKEN_PERIOD_SECONDS), null);
            case Step.Transaction transaction -> new Prompt(
                    "CCHK005", List.of(number("transactionNumber")), new Prompt.Show.Qr(qr(transaction.code())), null);
            case Step.Question question -> new Prompt(
                    "CCHK006",
                    List.of(new Field("answer", Kind.TEXT, ANSWER)),
                    new Prompt.Show.Question(question.text()),
                    null);
            case Step.Enrol _ -> throw new IllegalArgumentException("enrol asks the user nothing");
        };
    }

    private static Field number(String name) {
        return new Field(name, Kind.DIGITS, TOKEN_NUMBER);
    }

    private static List<String> qr(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        return IntStream.range(0, code.size).mapToObj(y -> IntStream.range(0, code.size)
                        .mapToObj(x -> code.getModule(x, y) ? "1" : "0")
                        .collect(Collectors.joining()))
                .toList();
    }
}
