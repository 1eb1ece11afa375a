package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Contracts")
class ContractsTest {
    @Test
    @DisplayName("are a user's own, or a master's with at most 100 login ids")
    void most() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            User master = bank.addMaster();
            assertThat(master.master()).isTrue();
            assertThat(master.confirmationPassword().orElseThrow()).isNotEqualTo(master.password());
            for (int i = 1; i < 100; i++) {
                assertThat(bank.addUser(master).contract()).isEqualTo(master.contract());
            }
            int users = bank.users().size();
            assertThatIllegalStateException().isThrownBy(() -> bank.addUser(master)).withMessageContaining("100");
            assertThat(bank.users()).hasSize(users);
            User alone = bank.addUser();
            assertThat(alone.master()).isFalse();
            assertThat(alone.contract()).isNotEqualTo(bank.addUser().contract()).isNotEqualTo(master.contract());
            assertThat(master.toString()).doesNotContain(master.confirmationPassword().orElseThrow());
        }
    }
}
