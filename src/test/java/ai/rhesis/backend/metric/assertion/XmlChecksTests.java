package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// XML and its required elements, after the examples of promptfoo's documentation.
class XmlChecksTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is-xml       | ''                             | <root><child>Content</child></root>                 | true
            is-xml       | ''                             | <root><child>Content</child></root                  | false
            is-xml       | ''                             | <?xml version="1.0"?><root a="1"/>                  | true
            is-xml       | ''                             | Sure: <root/>                                       | false
            is-xml       | ''                             | <a/><b/>                                            | false
            is-xml       | ''                             | plain                                               | false
            is-xml       | ''                             | <ns:a><ns:b/></ns:a>                                | true
            is-xml       | ''                             | <!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>  | true
            is-xml       | ''                             | <!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>            | false
            is-xml       | a.b, a.c                       | <a><b>T</b><c>R</c></a>                             | true
            is-xml       | a.b, a.c                       | <a><b>T</b></a>                                     | false
            is-xml       | ["a.b"]                        | <a><b/></a>                                         | true
            is-xml       | {"requiredElements": ["a.b"]}  | <a><b/></a>                                         | true
            is-xml       | root.parent.child.grandchild   | <root><parent><child><grandchild>C</grandchild></child></parent></root> | true
            is-xml       | root.parent.child.grandchild   | <root><parent><child></child></parent></root>       | false
            is-xml       | a.b.1.c                        | <a><b/><b><c/></b></a>                              | true
            is-xml       | a.b.0.c                        | <a><b/><b><c/></b></a>                              | false
            is-xml       | a.b.c                          | <a><b/><b><c/></b></a>                              | true
            is-xml       | a.@_id                         | <a id="1"/>                                         | true
            is-xml       | a.@_no                         | <a id="1"/>                                         | false
            contains-xml | ''                             | Sure: <root><child>C</child></root> Anything else?  | true
            contains-xml | root.child                     | Sure: <root><child>C</child></root> Anything else?  | true
            contains-xml | root.other                     | Sure: <root><child>C</child></root> Anything else?  | false
            contains-xml | root.child                     | <wrapper><root><child/></root></wrapper>            | false
            contains-xml | wrapper.root.child             | <wrapper><root><child/></root></wrapper>            | true
            contains-xml | a, b                           | First <a/> then <b>x</b>.                           | true
            contains-xml | ''                             | <think>Hm. <a>x</a>                                 | true
            contains-xml | ''                             | 1 < 2 and 3 > 2                                     | false
            contains-xml | ''                             | <b>bold</i>                                         | false
            """)
    void outputIsOrContainsXml(String name, String value, String output, boolean passes) {
        assertThat(Judged.by(name, value).passes(output)).isEqualTo(passes);
    }

    @Test
    void unusableValueIsAnError() {
        assertThat(Judged.by("is-xml", "{\"elements\": 1}").of("<a/>").errorType())
                .isEqualTo("invalid_value");
    }

    @Test
    void whatIsNestedTooDeeplyIsAnErrorAndNoFail() {
        String deep = "<a>".repeat(150) + "</a>".repeat(150);
        assertThat(Judged.by("is-xml", "").of(deep).errorType()).isEqualTo("too_complex");
        assertThat(Judged.by("contains-xml", "").of("<a>".repeat(200_000)).errorType())
                .isEqualTo("too_complex");
    }

    @Test
    void oddTextIsReadThroughOnce() {
        for (String odd :
                new String[] {"<!--", "<a \"", "<a '", "<![CDATA[", "<?x", "</a>", "<!DOCTYPE", "<a b=\"'\"<"}) {
            assertThat(Judged.by("contains-xml", "").of(odd.repeat(50_000)).successful())
                    .isEqualTo(false);
            assertThat(Judged.by("is-xml", "").of(odd.repeat(50_000)).successful())
                    .isEqualTo(false);
        }
    }

    @Test
    void bombsAndFilesAreNotRead() {
        String file = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a>&x;</a>";
        assertThat(Judged.by("is-xml", "").passes(file)).isFalse();
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assertThat(Judged.by("is-xml", "").passes(bomb)).isFalse();
    }
}
