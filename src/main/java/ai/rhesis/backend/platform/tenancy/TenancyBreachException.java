package ai.rhesis.backend.platform.tenancy;

import java.util.List;

/// The database would not keep organizations apart; names each object and its remedy.
class TenancyBreachException extends RuntimeException {

    TenancyBreachException(List<String> breaches) {
        super("Organizations would not be kept apart by this database:%n%n%s"
                .formatted(String.join(System.lineSeparator(), breaches)));
    }
}
