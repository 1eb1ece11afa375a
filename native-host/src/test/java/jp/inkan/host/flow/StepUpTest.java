package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.inkan.host.bank.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The screens of the steps")
class StepUpTest {
    private static boolean fits(Prompt prompt, Map<String, String> typed) {
        var values = new HashMap<String, char[]>();
        typed.forEach((name, value) -> values.put(name, value.toCharArray()));
        try (Answer answer = new Answer(values)) {
            return answer.fits(prompt);
        }
    }

    @Test
    @DisplayName("are the manuals': CCHK003 to CCHK006")
    void screens() {
        assertThat(List.of(new Step.OneTimePassword(), new Step.TimeSync(), new Step.Transaction("A"), new Step.Question("Q?")))
                .extracting(step -> StepUp.prompt(step).screen())
                .containsExactly("CCHK003", "CCHK004", "CCHK005", "CCHK006");
    }

    @Test
    @DisplayName("take six to eight digits, in full width too, and nothing else")
    void digits() {
        Prompt prompt = StepUp.prompt(new Step.OneTimePassword());
        assertThat(fits(prompt, Map.of("oneTimePassword", "123456"))).isTrue();
        assertThat(fits(prompt, Map.of("oneTimePassword", "１２３　４５６７８"))).isTrue();
        for (String wrong : List.of("", "12345", "123456789", "12345a", "12345\u0000", "-12345")) {
            assertThat(fits(prompt, Map.of("oneTimePassword", wrong))).as(wrong).isFalse();
        }
    }

    @Test
    @DisplayName("take any answer to a question but an empty one, a long one, or one with control characters")
    void answers() {
        Prompt prompt = StepUp.prompt(new Step.Question("出身校は？"));
        assertThat(fits(prompt, Map.of("answer", "練馬第一小学校 🏫"))).isTrue();
        assertThat(fits(prompt, Map.of("answer", ""))).isFalse();
        assertThat(fits(prompt, Map.of("answer", "x".repeat(65)))).isFalse();
        assertThat(fits(prompt, Map.of("answer", "a\nb"))).isFalse();
    }

    @Test
    @DisplayName("send both numbers of CCHK004 in their order: now, then later")
    void order() {
        Prompt prompt = StepUp.prompt(new Step.TimeSync());
        try (Answer answer = new Answer(Map.of("later", "222222".toCharArray(), "now", "111111".toCharArray()))) {
            assertThat(answer.values(prompt)).extracting(String::new).containsExactly("111111", "222222");
        }
    }

    @Test
    @DisplayName("give a QR code as square rows, larger for a longer text, within what the contract allows")
    void qr() {
        int shorter = rows("INKAN1").size();
        int longest = rows("x".repeat(256)).size();
        assertThat(shorter).isEqualTo(21);
        assertThat(longest).isBetween(shorter + 1, 177);
        assertThat(rows("x".repeat(256))).allSatisfy(row -> assertThat(row).matches("[01]{" + longest + "}"));
    }

    private static List<String> rows(String text) {
        return ((Prompt.Show.Qr) StepUp.prompt(new Step.Transaction(text)).show()).rows();
    }
}
