package jp.inkan.e2e.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.QrCode;
import jp.inkan.e2e.bank.token.Token;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/** Answers the screens CCHK003 to CCHK006 as a user does, with a token that reads the QR code off the screen. */
public final class StepUps {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BankBrowser browser;
    private final Panel panel;
    private final User user;
    private final PracticeBank bank;

    public StepUps(BankBrowser browser, Panel panel, User user, PracticeBank bank) {
        this.browser = browser;
        this.panel = panel;
        this.user = user;
        this.bank = bank;
    }

    /** Answers whatever is asked after CCHK002, until there is nothing more.
     * @param seen hears of every screen when it is there
     * @return the last screen: CCHK007 or error */
    public String answerAll(Consumer<String> seen) {
        return answerAll("CCHK002", seen);
    }

    /** The same. @param last the screen that was answered before */
    public String answerAll(String last, Consumer<String> seen) {
        String screen = awaitScreenAfter(last);
        seen.accept(screen);
        while (!screen.equals("CCHK007") && !screen.equals("error")) {
            answer(screen);
            screen = awaitScreenAfter(screen);
            seen.accept(screen);
        }
        return screen;
    }

    private String awaitScreenAfter(String last) {
        return browser.until(d -> {
            String id = d.findElement(By.cssSelector("[data-screen]")).getAttribute("data-screen");
            return id.equals("progress") || id.equals(last) ? null : id;
        });
    }

    private void answer(String screen) {
        Token token = Token.of(user);
        Instant now = bank.now();
        switch (screen) {
            case "CCHK003" -> panel.type("oneTimePassword", token.oneTimePassword(now));
            case "CCHK004" -> {
                panel.type("now", token.oneTimePassword(now));
                // The bank's clock isn't the user's: nobody has to wait here.
                panel.type("later", token.oneTimePassword(now.plus(MINUTE)));
            }
            case "CCHK005" -> panel.type("transactionNumber", token.transactionNumber(textOfQrCode()));
            case "CCHK006" -> panel.type("answer", user.plan().question().orElseThrow().answer());
            default -> throw new IllegalStateException("not a step: " + screen);
        }
        panel.click("submit");
    }

    /** Looks as a token's camera does, until it can read: the first pictures may be of a panel that is still growing. */
    private String textOfQrCode() {
        return browser.until(d -> read(d.findElement(By.cssSelector("svg.qr")).getScreenshotAs(OutputType.BYTES)).orElse(null));
    }

    private static Optional<String> read(byte[] picture) {
        try {
            return QrCode.read(ImageIO.read(new ByteArrayInputStream(picture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
