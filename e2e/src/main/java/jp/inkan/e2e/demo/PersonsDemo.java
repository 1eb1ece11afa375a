package jp.inkan.e2e.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Chromium;
import jp.inkan.e2e.browser.Product;

/** Opens the bank in a browser window for a person, as often as they want it again. */
final class PersonsDemo {
    private static final String LANGUAGE = "ja";

    private PersonsDemo() {}

    static void run() throws IOException, InterruptedException {
        try (Workplace place = Workplace.open()) {
            explain(place);
            for (boolean again = true; again; again = wantsMore(place)) {
                browse(place);
            }
        }
    }

    private static void explain(Workplace place) {
        System.out.println("""
            練習用の銀行をブラウザで開きます。本物の金融機関とはつながりません。
            The practice bank opens in a browser; nothing real is behind it. A bar about an unsupported switch is normal here.

            1. 「電子証明書発行」を押し、「証明書発行アプリの起動」のとなりの「Inkan で証明書を取得」を押します。
            2. 開いた Inkan のタブで「証明書発行」を押し、次のどれかで認証します。 Press 証明書発行 in the tab that opens, and sign in as one of these:""");
        for (User user : place.bank().users()) {
            System.out.println("     " + user.loginId() + "   " + user.password());
        }
        System.out.println("""
               銀行の「ヘルプ」に、それぞれで何を練習できるかと、ワンタイムパスワードなどの番号を見るページがあります。
               The bank's ヘルプ says what each of them practises, and leads to their tokens.
            3. 終わったら、ブラウザの画面をすべて閉じます。 Then close every window.
            4. ここで Enter を押すと、もう一度開きます。「ログイン」（電子証明書方式）を押し、証明書を選びます。
               Press Enter here to open it again, press ログイン and choose your certificate.
            """);
    }

    private static void browse(Workplace place) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Chromium.binary().toString()));
        command.addAll(Chromium.switches(
                place.profile(), LANGUAGE, place.bank().resolverRules(), Product.find().extension()));
        command.add(place.bank().url().toString());
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(place.profile().environment());
        builder.environment().putAll(Chromium.languageOf(LANGUAGE));
        Process browser = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(browser::destroy));
        int exitCode = browser.waitFor();
        if (exitCode != 0) {
            throw new IOException("The browser couldn't be opened, or crashed: exit code " + exitCode
                    + ". Is there a display? ./dev demo --headless needs none.");
        }
    }

    private static boolean wantsMore(Workplace place) {
        boolean loggedIn = !place.bank().logins().isEmpty();
        System.out.println(loggedIn
                ? "銀行は証明書を確認しました。 The bank has seen your certificate: " + place.bank().logins().getLast().commonName()
                : "銀行はまだ証明書を見ていません。 The bank hasn't seen a certificate yet.");
        System.out.print("Enter: もう一度開く / open again    q Enter: 終わる / end    > ");
        String answer = System.console() == null ? "q" : System.console().readLine();
        return answer != null && !answer.strip().equalsIgnoreCase("q");
    }
}
