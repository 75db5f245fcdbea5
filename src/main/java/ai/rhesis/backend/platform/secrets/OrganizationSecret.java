package ai.rhesis.backend.platform.secrets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A secret that names its organization, `<kind>-<organization in base62>-<random>`, so that its row is a
/// tenant's row.
public record OrganizationSecret(String kind, UUID organizationId, Secret secret) {

    public static final String API_TOKEN = "rh";
    public static final String INVITATION = "inv";

    private static final int SHOWN_LENGTH = 3;

    public static OrganizationSecret random(String kind, UUID organizationId) {
        String prefix = kind + "-" + Base62.encode(organizationId) + "-";
        return new OrganizationSecret(
                kind, organizationId, new Secret(prefix + Secret.random().text()));
    }

    /// Takes the text apart; null when it has another form.
    public static @Nullable OrganizationSecret parse(String kind, String text) {
        String[] parts = text.split("-", 3);
        if (parts.length != 3 || !parts[0].equals(kind) || parts[2].length() < 32) {
            return null;
        }
        UUID organizationId = Base62.decode(parts[1]);
        return organizationId == null ? null : new OrganizationSecret(kind, organizationId, new Secret(text));
    }

    public String text() {
        return secret.text();
    }

    /// Returns the hash of the whole text.
    public byte[] hash() {
        return secret.hash();
    }

    /// Returns what may be shown again, the first three and the last four characters: `rh-...Xy4z`.
    public String obfuscated() {
        return text().substring(0, SHOWN_LENGTH) + "..." + secret.ending();
    }
}
