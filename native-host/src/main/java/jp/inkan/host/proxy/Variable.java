package jp.inkan.host.proxy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment's variables for proxies: small letters before capitals, as curl has it; an empty one isn't set. */
final class Variable {
    private Variable() {}

    static Optional<String> first(Map<String, String> variables, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .map(variables::get)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }
}
