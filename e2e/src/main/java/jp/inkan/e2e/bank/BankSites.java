package jp.inkan.e2e.bank;

import java.util.Map;
import jp.inkan.e2e.bank.api.AnswersEndpoint;
import jp.inkan.e2e.bank.api.Api;
import jp.inkan.e2e.bank.api.CertificateEndpoint;
import jp.inkan.e2e.bank.api.Issue;
import jp.inkan.e2e.bank.api.Problem;
import jp.inkan.e2e.bank.api.Renew;
import jp.inkan.e2e.bank.api.RequestsEndpoint;
import jp.inkan.e2e.bank.api.SessionsEndpoint;
import jp.inkan.e2e.bank.fault.Faults;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Refusals;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.page.Pages;
import jp.inkan.e2e.bank.pki.Authority;
import jp.inkan.e2e.bank.pki.ClientCertificates;
import jp.inkan.e2e.bank.pki.WrongCertificates;
import jp.inkan.e2e.bank.signin.Answers;
import jp.inkan.e2e.bank.signin.Sessions;
import jp.inkan.e2e.bank.signin.SignIn;
import jp.inkan.e2e.bank.state.BankClock;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.visit.Visits;

/** What is at the bank's two names, put together. */
final class BankSites {
    private final Faults faults;
    private final Map<String, Endpoint> byHost;

    BankSites(Institution bank, BankClock clock, Register register, Authority clients,
              ClientCertificates certificates) {
        faults = new Faults(new WrongCertificates(clients), Problem::bankBusy, clock);
        Api api = new Api(bank.code());
        Pages pages = new Pages(bank);
        Refusals refusals = new Refusing(api, pages);
        SignIn signIn = SignIn.withPassword(register);
        Sessions sessions = new Sessions(clock);
        Visits visits = new Visits(clock);

        Site first = new Site(refusals);
        api.on(first, new SessionsEndpoint(bank, signIn, sessions, register, clock),
                new AnswersEndpoint(new Answers(signIn, sessions, register, clock)),
                new CertificateEndpoint(sessions, clock, new Issue(register, certificates)),
                new RequestsEndpoint(register, clock),
                clients.certificate());
        pages.on(first, signIn, visits, register, clock);

        Site second = new Site(refusals);
        api.onCertificateHost(second, new CertificateEndpoint(sessions, clock, new Renew(register, certificates)));
        pages.onCertificateHost(second, visits, register, clock);
        byHost = Map.of(bank.pageHost(), faults.inFrontOf(first),
                bank.certificateHost(), faults.inFrontOf(second));
    }

    Faults faults() {
        return faults;
    }

    Map<String, Endpoint> byHost() {
        return byHost;
    }
}
