package ai.rhesis.backend.platform.tenancy;

import static java.util.stream.Collectors.joining;

import ai.rhesis.backend.platform.start.StartRefusal;
import java.util.List;

/// A database that would not keep organizations apart; names the first objects with their remedies, and how many there
/// are.
class TenancyBreachException extends StartRefusal {

    private static final int MAX_TOLD = 12;
    private static final String REMEDY = "Apply the remedies as an administrator of the database, then start again.";

    TenancyBreachException(List<Breach> breaches) {
        super(
                "Organizations would not be kept apart by this database:%n%n%s"
                        .formatted(told(Breach.causes(breaches))),
                REMEDY,
                null);
    }

    private static String told(List<Breach> breaches) {
        String first = breaches.stream().limit(MAX_TOLD).map(Breach::toString).collect(joining(System.lineSeparator()));
        return breaches.size() <= MAX_TOLD
                ? first
                : "%s%n%nThese are the first %d of %d.".formatted(first, MAX_TOLD, breaches.size());
    }
}
