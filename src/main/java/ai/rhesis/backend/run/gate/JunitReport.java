package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.comparison.Comparison;
import ai.rhesis.backend.run.gate.JunitQueries.Counts;
import ai.rhesis.backend.run.gate.JunitQueries.Place;
import ai.rhesis.backend.run.testrun.TestRun;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.BiFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;

/// Gates as JUnit reports of the schema of Maven Surefire: one suite, one case for each test of the run. The tests are
/// read in pages while the report is written, so that a long one needs no more memory than a short one.
@Component
class JunitReport {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final JunitTestCases tests;

    JunitReport(JunitTestCases tests) {
        this.tests = tests;
    }

    void write(TestRun run, GateView gate, Writer out) throws IOException {
        Counts counts = tests.counts(run);
        try {
            JunitWriter report = new JunitWriter(XML.createXMLStreamWriter(out));
            report.begin(run.getName(), counts);
            properties(gate, report);
            pages(run, tests::pinned, report);
            if (counts.others() > 0) {
                pages(run, tests::others, report);
            }
            report.end();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static void properties(GateView gate, JunitWriter report) throws XMLStreamException {
        report.beginProperties();
        report.property("gate.result", gate.result().word());
        Comparison comparison = gate.comparison();
        if (comparison != null) {
            List<Double> ci = comparison.passRate().ci();
            report.property("verdict", comparison.verdict());
            report.property("delta", comparison.passRate().delta());
            report.property("ci.lo", ci == null ? null : ci.getFirst());
            report.property("ci.hi", ci == null ? null : ci.getLast());
            report.property("p_value", comparison.passRate().pValue());
            report.property("mde", comparison.passRate().mde());
        }
        report.endProperties();
    }

    private static void pages(TestRun run, BiFunction<TestRun, Place, List<JunitTestCase>> read, JunitWriter report)
            throws XMLStreamException {
        for (List<JunitTestCase> page = read.apply(run, Place.BEGIN);
                !page.isEmpty();
                page = read.apply(run, Place.of(page.getLast().listed()))) {
            for (JunitTestCase test : page) {
                report.test(test);
            }
        }
    }
}
