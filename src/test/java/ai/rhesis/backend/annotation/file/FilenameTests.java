package ai.rhesis.backend.annotation.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilenameTests {

    @Test
    void keepsWhatPeopleCallTheirFiles() {
        assertThat(Filename.of("Größe (1).tar.gz")).isEqualTo("Größe (1).tar.gz");
        assertThat(Filename.of("日本語.pdf")).isEqualTo("日本語.pdf");
        assertThat(Filename.of(".env")).isEqualTo(".env");
    }

    @Test
    void keepsNoPath() {
        assertThat(Filename.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Filename.of("C:\\Users\\me\\a.txt")).isEqualTo("a.txt");
        assertThat(Filename.of("a/..")).isEqualTo("file");
    }

    @Test
    void keepsNothingInvisible() {
        assertThat(Filename.of("a\r\nb\u0000.txt")).isEqualTo("ab.txt");
        assertThat(Filename.of("exe.\u202Etxt.pdf")).isEqualTo("exe.txt.pdf");
        assertThat(Filename.of("\ud800.txt")).isEqualTo(".txt");
    }

    @Test
    void namesWhatHasNoName() {
        assertThat(Filename.of(null)).isEqualTo("file");
        assertThat(Filename.of(" . ")).isEqualTo("file");
    }

    @Test
    void isBounded() {
        assertThat(Filename.of("🚀".repeat(300)).codePointCount(0, 510)).isEqualTo(255);
    }
}
