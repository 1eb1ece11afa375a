package jp.inkan.e2e.demo;

import java.util.ArrayList;
import java.util.List;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Chromium;
import jp.inkan.e2e.browser.Product;

/** Opens the bank in a browser window for a person, as often as they restart it, until they have had enough. */
final class PersonsDemo {
    private PersonsDemo() {}

    static void run() throws Exception {
        try (Workplace place = Workplace.open()) {
            System.out.println("The practice bank opens in a browser. Nothing real is behind it.");
            System.out.println("1. Press 電子証明書発行, then the button of Inkan beside 証明書発行アプリの起動.");
            System.out.println("2. Sign in as one of these:");
            for (User user : place.bank().users()) {
                System.out.println("     login id " + user.loginId() + "   password " + user.password());
            }
            System.out.println("3. Close every window. The browser opens again: press ログイン for certificate users.");
            for (boolean again = true; again; again = wantsMore(place)) {
                browse(place);
            }
        }
    }

    private static void browse(Workplace place) throws Exception {
        List<String> command = new ArrayList<>(List.of(Chromium.binary().toString()));
        command.addAll(Chromium.switches(
                place.profile(), "ja", place.bank().resolverRules(), Product.find().extension()));
        command.add(place.bank().url().toString());
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(place.profile().environment());
        builder.start().waitFor();
    }

    private static boolean wantsMore(Workplace place) {
        boolean loggedIn = !place.bank().logins().isEmpty();
        System.out.println(loggedIn
                ? "The bank has seen your certificate: " + place.bank().logins().getLast().commonName()
                : "The bank hasn't seen a certificate yet.");
        System.out.print("Enter opens the browser again, q and Enter ends the demo: ");
        String answer = System.console() == null ? "q" : System.console().readLine();
        return answer != null && !answer.strip().equalsIgnoreCase("q");
    }
}
