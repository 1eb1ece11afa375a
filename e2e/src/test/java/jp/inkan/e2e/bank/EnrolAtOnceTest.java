package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import jp.inkan.e2e.SharedBank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Enrolling many times at once")
class EnrolAtOnceTest {
    private static final PracticeBank BANK = SharedBank.get();

    @Test
    @DisplayName("issues one certificate when eight different requests come at once")
    void atOnce() throws Exception {
        Customer customer = Customer.of(BANK);
        List<Answer> answers = atOnce(customer, List.of(Requests.good(), Requests.good(), Requests.good(),
                Requests.good(), Requests.good(), Requests.good(), Requests.good(), Requests.good()));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(BANK.issuedFor(customer.user().loginId())).isOne();
    }

    @Test
    @DisplayName("gives everybody the same certificate when one request comes eight times at once")
    void sameAtOnce() throws Exception {
        Customer customer = Customer.of(BANK);
        byte[] request = Requests.good();
        List<Answer> answers = atOnce(customer, List.of(request, request, request, request,
                request, request, request, request));
        assertThat(answers).extracting(Answer::certificate).hasSize(8).containsOnly(answers.get(0).certificate());
        assertThat(BANK.issuedFor(customer.user().loginId())).isOne();
    }

    private static List<Answer> atOnce(Customer customer, List<byte[]> requests) throws Exception {
        String token = customer.token();
        CountDownLatch start = new CountDownLatch(requests.size());
        List<Callable<Answer>> calls = new ArrayList<>();
        for (byte[] request : requests) {
            calls.add(() -> {
                // Every thread has its connection before the race begins.
                customer.browser().get("/style.css");
                start.countDown();
                start.await();
                return customer.enrol(token, request);
            });
        }
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            List<Answer> answers = new ArrayList<>();
            for (var call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }
}
