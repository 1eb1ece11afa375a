package jp.inkan.e2e.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import jp.inkan.e2e.bank.token.QrCode;

/** The QR code of CCHK005 as the panel would draw it, for the token to read. */
final class Qr {
    private static final int MODULE = 8;
    private static final int QUIET = 4;

    private Qr() {}

    /** What the code of a prompt holds. */
    static String text(JsonNode prompt) {
        JsonNode rows = prompt.at("/show/qr");
        int side = (rows.size() + 2 * QUIET) * MODULE;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.size(); x++) {
                if (rows.get(y).asText().charAt(x) == '1') {
                    pen.fillRect((x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE);
                }
            }
        }
        pen.dispose();
        return QrCode.read(picture).orElseThrow();
    }
}
