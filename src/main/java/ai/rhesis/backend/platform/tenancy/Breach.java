package ai.rhesis.backend.platform.tenancy;

import java.util.List;
import java.util.Properties;
import java.util.Set;

/// A broken rule of the tenancy, the object that breaks it, and the remedy.
record Breach(String rule, String object, String remedy) {

    /// Rules about the role itself: who breaks one of them breaks most others by that alone.
    private static final Set<String> OF_THE_ROLE = Set.of("R01", "R02", "R03", "R04");

    private static final int CODE_LENGTH = 3;

    static Breach of(String rule, String object, Properties remedies) {
        String remedy = remedies.getProperty(rule.substring(0, CODE_LENGTH));
        return new Breach(rule, object, remedy.replace("<object>", object));
    }

    /// Leaves out what only follows from the role being the wrong one.
    static List<Breach> causes(List<Breach> breaches) {
        List<Breach> ofTheRole = breaches.stream().filter(Breach::isOfTheRole).toList();
        return ofTheRole.isEmpty() ? breaches : ofTheRole;
    }

    private boolean isOfTheRole() {
        return OF_THE_ROLE.contains(rule.substring(0, CODE_LENGTH));
    }

    @Override
    public String toString() {
        return "%s: %s%n    Remedy: %s".formatted(rule, object, remedy);
    }
}
