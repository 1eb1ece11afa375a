package jp.inkan.host.messaging;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.util.regex.Pattern;
import jp.inkan.host.failure.Reason;

/** Any bytes are a message of the schema's form, or refused under an id of an id's form. */
public final class MessageFuzz {
    private static final Pattern WORDS = Pattern.compile(
            Reason.MESSAGE_MALFORMED.wireName() + "|" + Reason.TYPE_UNKNOWN.wireName());

    private MessageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            BrowserMessage message = MessageCodec.read(input);
            holds(Form.ID.fits(message.id()), "a message has an id");
            if (message instanceof BrowserMessage.ForInstitution about) {
                holds(Form.INSTITUTION.fits(about.institution()) && Form.ORIGIN.fits(about.origin()), "code and origin fit");
            }
            if (message instanceof BrowserMessage.Answer answer) {
                Form.fields(answer.fields());
            }
        } catch (MessageCodec.Refused e) {
            quotesNothing(e, WORDS);
            holds(e.id() == null || Form.ID.fits(e.id()), "an id that is answered is one");
        }
    }
}
