package ai.rhesis.backend.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrganizationSecretTests {

    @Test
    void namesItsOrganization() {
        for (UUID id : new UUID[] {new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID(), new UUID(0, -1)}) {
            OrganizationSecret made = OrganizationSecret.random("rh", id);
            assertThat(OrganizationSecret.parse("rh", made.text())).isEqualTo(made);
            assertThat(made.text()).startsWith("rh-").hasSizeGreaterThan(60);
        }
    }

    @Test
    void anotherFormIsNoSecret() {
        String text = OrganizationSecret.random("rh", UUID.randomUUID()).text();
        assertThat(OrganizationSecret.parse("inv", text)).isNull();
        assertThat(OrganizationSecret.parse("rh", "rh-abc")).isNull();
        assertThat(OrganizationSecret.parse("rh", "rh-zzzzzzzzzzzzzzzzzzzzzz" + text.substring(25)))
                .isNull();
        assertThat(OrganizationSecret.parse("rh", text.substring(0, 30))).isNull();
    }

    @Test
    void showsOnlyItsEndAgain() {
        OrganizationSecret made = OrganizationSecret.random("rh", UUID.randomUUID());
        assertThat(made.obfuscated())
                .isEqualTo("rh-..." + made.text().substring(made.text().length() - 4));
        assertThat(made.toString()).doesNotContain(made.text());
    }
}
