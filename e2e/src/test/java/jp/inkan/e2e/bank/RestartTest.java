package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The bank's memory")
class RestartTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("holds users, keys and certificates across a restart: the same request gets the same certificate")
    void restart() throws IOException {
        KeyPair keys = Requests.rsa(2048);
        byte[] request = Requests.pkcs10(keys, "SHA256withRSA");
        List<User> users;
        Customer customer;
        X509Certificate certificate;
        String token;
        byte[] anchor;
        try (PracticeBank bank = PracticeBank.start(kept())) {
            customer = Customer.of(bank);
            users = bank.users();
            token = customer.token();
            certificate = customer.enrol(token, request).certificate();
            anchor = Files.readAllBytes(bank.trustAnchor());
        }
        try (PracticeBank bank = PracticeBank.start(kept())) {
            Customer again = new Customer(Browser.of(bank), customer.user());
            assertThat(bank.users()).isEqualTo(users);
            assertThat(bank.trustAnchor()).hasBinaryContent(anchor);
            assertThat(bank.issuedFor(customer.user().loginId())).isOne();
            Refusal.of(again.enrol(token, request)).is("session-expired", 401, "G005e");
            assertThat(again.enrol(request).certificate()).isEqualTo(certificate);
            Refusal.of(again.enrol(Requests.good())).is("already-issued", 409, "G004e");
            Browser browser = Browser.with(bank, new OneCertificate(keys.getPrivate(), certificate));
            assertThat(browser.getFromCertificateHost("/login").status()).isEqualTo(303);
        }
    }

    @Test
    @DisplayName("is in files that only their owner reads, with nothing left over")
    void onDisk() throws IOException {
        try (PracticeBank bank = PracticeBank.start(kept())) {
            Customer customer = Customer.of(bank);
            customer.enrol(Requests.good());
            assertThat(folder.resolve("register.json")).content().contains("\"requestSha256\"");
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                        "register.json", "clients.secret.pem", "tls-root.secret.pem", "practice-tls-root.pem",
                        "host-configuration.json", "in-use.lock");
            }
            assertThat(Files.getPosixFilePermissions(folder.resolve("clients.secret.pem"))).hasSize(2);
        }
    }

    @Test
    @DisplayName("loses nothing when the bank stops dead after an answer: a bank in a copy of the disk knows it")
    void stoppedDead(@TempDir Path copy) throws IOException {
        byte[] request = Requests.good();
        try (PracticeBank bank = PracticeBank.start(kept())) {
            Customer customer = Customer.of(bank);
            X509Certificate certificate = customer.enrol(request).certificate();
            for (String name : List.of("register.json", "clients.secret.pem", "tls-root.secret.pem")) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
            try (PracticeBank next = PracticeBank.start(BankOptions.defaults().withState(copy))) {
                Customer again = new Customer(Browser.of(next), customer.user());
                assertThat(again.enrol(request).certificate()).isEqualTo(certificate);
            }
        }
    }

    @Test
    @DisplayName("begins with one user for each thing to practise, each with secrets of its own")
    void firstUsers() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            assertThat(bank.users()).extracting(User::loginId)
                    .containsExactly("logid031", "logid032", "logid033", "logid034", "logid035", "logid036", "logid041",
                            "logid042", "logid043", "logid044", "logid045", "logid046", "logid047", "logid051",
                            "logid052", "logid053", "logid054", "logid030");
            assertThat(bank.users()).filteredOn(User::master).extracting(User::loginId).containsExactly("logid030");
            assertThat(bank.users()).extracting(User::contract).containsOnly("logid030");
            assertThat(bank.users()).extracting(User::password).doesNotHaveDuplicates()
                    .allMatch(password -> password.matches("[a-km-np-z2-9&&[^ilo]]{12}"));
            assertThat(bank.users()).extracting(User::tokenSecret).doesNotHaveDuplicates()
                    .allMatch(secret -> secret.matches("[A-Z2-7]{32}"));
            assertThat(bank.addUser().loginId()).isEqualTo("logid037");
            assertThat(bank.users().toString()).doesNotContain(bank.users().get(0).password());
        }
    }

    @Test
    @DisplayName("belongs to one bank at a time")
    void oneAtATime() throws IOException {
        try (PracticeBank bank = PracticeBank.start(kept())) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> PracticeBank.start(kept()))
                    .withMessageContaining("is using");
            assertThat(Browser.of(bank).get("/login").status()).isEqualTo(200);
        }
        PracticeBank.start(kept()).close();
    }

    @Test
    @DisplayName("is gone with the bank when nobody gave it a folder")
    void temporary() throws IOException {
        PracticeBank bank = PracticeBank.start();
        Path itsFolder = bank.trustAnchor().getParent();
        assertThat(itsFolder).isDirectory();
        bank.close();
        assertThat(itsFolder).doesNotExist();
    }

    @Test
    @DisplayName("tells Inkan's host the ports and the trust anchor")
    void hostConfiguration() throws IOException {
        try (PracticeBank bank = PracticeBank.start(kept())) {
            var json = JsonMapper.builder().build().readTree(Files.readAllBytes(bank.hostConfiguration()));
            assertThat(json.fieldNames()).toIterable()
                    .containsExactlyInAnyOrder("names", "trustAnchor", "clockOffsetSeconds", "throughProxy");
            assertThat(json.get("names").size()).isEqualTo(2);
            bank.ports().forEach((name, port) ->
                    assertThat(json.get("names").get(name).asInt()).isEqualTo(port).isPositive());
            assertThat(Path.of(json.get("trustAnchor").asText())).isAbsolute().isEqualTo(bank.trustAnchor());
        }
    }

    private BankOptions kept() {
        return BankOptions.defaults().withState(folder);
    }
}
