package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.gate.JunitQueries.Counts;
import ai.rhesis.backend.run.gate.JunitTestCase.Remark;
import java.math.BigDecimal;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// The elements of a JUnit report, written one after another. Characters that XML cannot hold are left out.
final class JunitWriter {

    private static final int MAX_NAME = 255;
    private static final int DIGITS_OF_MILLIS = 3;

    private final XMLStreamWriter xml;

    JunitWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin(String name, Counts counts) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", String.valueOf(counts.tests()));
        attribute("failures", String.valueOf(counts.failures()));
        attribute("errors", String.valueOf(counts.errors()));
        attribute("skipped", String.valueOf(counts.skipped()));
    }

    void beginProperties() throws XMLStreamException {
        xml.writeStartElement("properties");
    }

    /// Writes a property, where it is known.
    void property(String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeEmptyElement("property");
            attribute("name", name);
            attribute("value", value.toString());
        }
    }

    void endProperties() throws XMLStreamException {
        xml.writeEndElement();
    }

    void test(JunitTestCase test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", test.listed().name());
        attribute("classname", test.listed().group());
        attribute(
                "time",
                BigDecimal.valueOf(test.results().millis(), DIGITS_OF_MILLIS).toPlainString());
        if (test.isSkipped()) {
            String reason = test.listed().quarantine();
            xml.writeEmptyElement("skipped");
            attribute("message", reason == null ? "not run" : "quarantined: " + reason);
        } else if (test.isError()) {
            remark("error", test.error());
        } else if (test.isFailed()) {
            for (Remark failure : test.failures()) {
                remark("failure", failure);
            }
        } else {
            for (Remark failure : test.flaky()) {
                flaky(failure);
            }
        }
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    private void remark(String element, Remark remark) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", remark.message());
        attribute("type", remark.type());
        xml.writeCharacters(legal(remark.text()));
        xml.writeEndElement();
    }

    private void flaky(Remark remark) throws XMLStreamException {
        xml.writeStartElement("flakyFailure");
        attribute("message", remark.message());
        attribute("type", remark.type());
        xml.writeStartElement("stackTrace");
        xml.writeCharacters(legal(remark.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        String legal = legal(value);
        xml.writeAttribute(name, legal.length() <= MAX_NAME ? legal : legal.substring(0, cut(legal)) + "…");
    }

    /// Cuts between characters and never within one.
    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(MAX_NAME - 1)) ? MAX_NAME - 1 : MAX_NAME;
    }

    /// Drops what XML 1.0 has no character for.
    static String legal(String text) {
        if (text.codePoints().allMatch(JunitWriter::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().filter(JunitWriter::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 && c < 0xD800
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
