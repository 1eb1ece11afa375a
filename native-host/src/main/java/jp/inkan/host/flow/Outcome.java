package jp.inkan.host.flow;

import java.util.Optional;
import jp.inkan.host.certificate.Standing;

/**
 * What CCHK007 shows.
 *
 * @param replaced after a renewal: the old certificate, which stays until the user wants it removed
 */
public record Outcome(Standing certificate, Optional<Standing> replaced) {}
