package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugTests {

    @Test
    void isMadeOfTheNamesLettersAndDigits() {
        assertThat(Slug.of("Größe & Co.", "thing", 50)).isEqualTo("grosse-co");
        assertThat(Slug.of("  Crème--brûlée 2 ", "thing", 50)).isEqualTo("creme-brulee-2");
        assertThat(Slug.of("x".repeat(80), "thing", 50)).hasSize(50);
    }

    @Test
    void isValidForEveryName() {
        for (String name : new String[] {"a", "日本", "--", "a".repeat(49) + " b", "İstanbul"}) {
            assertThat(Slug.of(name, "thing", 50)).matches("[a-z0-9][a-z0-9-]{1,48}[a-z0-9]");
            assertThat(Slug.candidates(Slug.of(name, "thing", 50), 50))
                    .allMatch(slug -> slug.matches("[a-z0-9][a-z0-9-]{1,48}[a-z0-9]"));
        }
    }

    @Test
    void isNumberedWhereItIsTaken() {
        assertThat(Slug.candidates("smoke", 50))
                .startsWith("smoke", "smoke-2", "smoke-3")
                .doesNotHaveDuplicates();
        assertThat(Slug.candidates("x".repeat(50), 50)).startsWith("x".repeat(50), "x".repeat(47) + "-2");
        assertThat(Slug.candidates("smoke", 50).toList().getLast()).matches("smoke-[a-z0-9]{6}");
    }
}
