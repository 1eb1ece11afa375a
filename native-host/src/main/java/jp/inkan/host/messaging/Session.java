package jp.inkan.host.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.flow.Answer;
import jp.inkan.host.institution.Institution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One port of the browser, from hello to its end. {@link #run} reads; lists and flows run on threads of their own. */
public final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final InputStream in;
    private final Outbox outbox;
    private final Services services;
    private final Runnable onWelcome;
    private final FlowSlot flow;
    private final Queries queries;

    private boolean welcomed;
    private boolean incompatible;

    /** @param onWelcome runs once after a compatible hello was answered; a good time to load what the user will need */
    public Session(InputStream in, OutputStream out, Services services, Runnable onWelcome) {
        this.in = in;
        this.outbox = new Outbox(out);
        this.services = services;
        this.onWelcome = onWelcome;
        this.flow = new FlowSlot(outbox);
        this.queries = new Queries(services, outbox);
    }

    /** Answers one message, that the program which started us isn't our extension. */
    public static void refuseOrigin(OutputStream out) {
        new Outbox(out).send(HostMessage.Error.of(null, Reason.ORIGIN_REFUSED));
    }

    /** Returns when the browser closes the port, or sends a frame that can't be read past. */
    public void run() {
        try {
            for (Optional<byte[]> frame = Frames.read(in); frame.isPresent(); frame = Frames.read(in)) {
                handle(frame.get());
            }
        } catch (Frames.TooLarge e) {
            LOG.warn("Port closed: {}", e.getMessage());
            outbox.send(HostMessage.Error.of(null, Reason.MESSAGE_TOO_LARGE));
        } catch (IOException e) {
            LOG.warn("Port broken: {}", Trace.of(e));
        } finally {
            flow.end();
        }
    }

    private void handle(byte[] frame) {
        try {
            dispatch(MessageCodec.read(frame));
        } catch (MessageCodec.Refused e) {
            LOG.warn("Message {} refused: {}", e.id(), e.reason());
            outbox.send(HostMessage.Error.of(e.id(), e.reason()));
        } catch (RuntimeException e) {
            LOG.error("A message met a fault of ours: {}", Trace.of(e));
            outbox.send(HostMessage.Error.of(null, Reason.INTERNAL));
        } finally {
            Arrays.fill(frame, (byte) 0);
        }
    }

    private void dispatch(BrowserMessage message) throws MessageCodec.Refused {
        if (message instanceof BrowserMessage.Hello hello) {
            welcome(hello);
            return;
        }
        if (!welcomed) {
            clear(message);
            throw new MessageCodec.Refused(message.id(), Reason.HELLO_FIRST);
        }
        switch (message) {
            case BrowserMessage.Hello _ -> throw new IllegalStateException("handled above");
            case BrowserMessage.List list -> queries.list(list.id(), institution(list));
            case BrowserMessage.Survey survey -> queries.survey(survey.id());
            case BrowserMessage.Remove remove -> queries.remove(remove.id(), institution(remove), remove.certificate());
            case BrowserMessage.Issue issue -> start(issue, services.issue(supported(issue)));
            case BrowserMessage.Renew renew -> start(renew, services.renew(supported(renew), renew.certificate()));
            case BrowserMessage.Answer answer -> flow.answer(answer);
            case BrowserMessage.Cancel cancel -> flow.cancel(cancel);
        }
    }

    private void welcome(BrowserMessage.Hello hello) throws MessageCodec.Refused {
        if (welcomed || incompatible) {
            throw new MessageCodec.Refused(hello.id(), Reason.HELLO_FIRST);
        }
        Optional<String> old = Compatibility.mustUpdate(hello, services.version());
        if (old.isPresent()) {
            incompatible = true;
            LOG.warn("Extension {} and host {} don't fit: {} must be updated", hello.version(), services.version(), old.get());
            outbox.send(new HostMessage.Incompatible(
                    hello.id(), Compatibility.PROTOCOL, services.version(), old.get()));
            return;
        }
        welcomed = true;
        outbox.send(new HostMessage.Welcome(
                hello.id(), Compatibility.PROTOCOL, services.version(), Compatibility.MINIMUM_EXTENSION,
                services.browserProcess()));
        LOG.info("Host {} welcomes extension {} in {}", services.version(), hello.version(), hello.browser());
        Thread.ofVirtual().name("warm-up").start(() -> {
            try {
                onWelcome.run();
            } finally {
                recover();
            }
        });
    }

    private void recover() {
        try {
            services.recover().forEach(settled -> outbox.send(HostMessage.Recovered.of(settled)));
        } catch (RuntimeException | Error e) {
            LOG.error("What was left open met a fault of ours: {}", Trace.of(e));
        }
    }

    private Institution institution(BrowserMessage.ForInstitution message) throws MessageCodec.Refused {
        Institution institution = services.institutions().byCode(message.institution())
                .orElseThrow(() -> new MessageCodec.Refused(message.id(), Reason.INSTITUTION_UNKNOWN));
        if (!institution.owns(message.origin()) && !message.origin().equals(services.extensionOrigin())) {
            throw new MessageCodec.Refused(message.id(), Reason.ORIGIN_MISMATCH);
        }
        return institution;
    }

    private Institution supported(BrowserMessage.ForInstitution message) throws MessageCodec.Refused {
        Institution institution = institution(message);
        if (!institution.supported()) {
            throw new MessageCodec.Refused(message.id(), Reason.INSTITUTION_UNSUPPORTED);
        }
        return institution;
    }

    private void start(BrowserMessage message, Optional<FlowSlot.Opener> opener) throws MessageCodec.Refused {
        flow.start(message.id(), opener.orElseThrow(() -> new MessageCodec.Refused(message.id(), Reason.INSTITUTION_UNKNOWN)));
    }

    private static void clear(BrowserMessage message) {
        if (message instanceof BrowserMessage.Answer answer) {
            new Answer(answer.fields()).close();
        }
    }
}
