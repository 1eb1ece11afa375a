package jp.inkan.host.institution;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Any bytes are a profile that the host can work with, or none. */
public final class InstitutionFuzz {
    private static final Pattern WORDS = Pattern.compile("The profile isn't of its form");

    private InstitutionFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Institution institution = Institutions.profile(input);
            holds(institution.code().matches("[0-9]{4}"), "a code has four digits");
            holds(institution.owns("https://" + institution.bankHost()), "a bank owns its own page");
            holds(!institution.owns("https://" + institution.bankHost() + ":8443"), "and no other port's");
            Optional<Endpoint> bank = Endpoint.ofBank(institution, Optional.empty());
            holds(bank.isEmpty() == institution.practice(), "a practice bank is nowhere without its configuration");
            holds(!institution.supported() || institution.certificateHost() != null, "renewals need a host");
            holds(institution.login().idLength().min() <= institution.login().idLength().max(), "a length has an order");
        } catch (IOException e) {
            quotesNothing(e, WORDS);
        }
    }
}
