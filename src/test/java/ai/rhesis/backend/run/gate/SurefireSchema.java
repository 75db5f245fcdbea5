package ai.rhesis.backend.run.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/// The rules of the schema by which Maven Surefire writes its reports, and build servers read them
/// (maven.apache.org/surefire, surefire-test-report.xsd): attributes, children, their order and number.
final class SurefireSchema {

    private static final List<String> SUITE = List.of("properties", "testcase");
    private static final List<String> CASE = List.of(
            "failure",
            "rerunFailure",
            "flakyFailure",
            "skipped",
            "error",
            "rerunError",
            "flakyError",
            "system-out",
            "system-err");
    private static final Set<String> SINGLE = Set.of("skipped", "error", "system-out", "system-err");
    private static final List<String> TRACE = List.of("stackTrace", "system-out", "system-err");
    private static final String TIME = "(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\\.[0-9]{0,3})?";
    private static final Map<String, Attributes> ATTRIBUTES = Map.of(
            "testsuite",
            new Attributes(Set.of("name", "tests", "errors", "skipped", "failures"), Set.of("time", "group")),
            "testcase",
            new Attributes(Set.of("name", "time"), Set.of("classname", "group")),
            "property",
            new Attributes(Set.of("name", "value"), Set.of()),
            "failure",
            new Attributes(Set.of("type"), Set.of("message")),
            "error",
            new Attributes(Set.of("type"), Set.of("message")),
            "flakyFailure",
            new Attributes(Set.of("type"), Set.of("message")),
            "skipped",
            new Attributes(Set.of(), Set.of("message")));

    private SurefireSchema() {}

    static void assertFollowedBy(Element suite) {
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        attributes(suite);
        inOrder(suite, SUITE);
        for (Element child : children(suite)) {
            attributes(child);
            if (child.getTagName().equals("testcase")) {
                testCase(child);
            } else {
                inOrder(child, List.of("property"));
                children(child).forEach(SurefireSchema::attributes);
            }
        }
    }

    private static void testCase(Element test) {
        assertThat(test.getAttribute("time")).matches(TIME);
        inOrder(test, CASE);
        List<String> names = children(test).stream().map(Element::getTagName).toList();
        SINGLE.forEach(name -> assertThat(names.stream().filter(name::equals)).hasSizeLessThanOrEqualTo(1));
        for (Element child : children(test)) {
            attributes(child);
            inOrder(child, child.getTagName().equals("flakyFailure") ? TRACE : List.of());
            if (child.getTagName().equals("flakyFailure")) {
                assertThat(children(child).getFirst().getTagName()).isEqualTo("stackTrace");
            }
        }
    }

    private static void attributes(Element element) {
        NamedNodeMap found = element.getAttributes();
        List<String> names = IntStream.range(0, found.getLength())
                .mapToObj(place -> found.item(place).getNodeName())
                .toList();
        Attributes allowed = ATTRIBUTES.getOrDefault(element.getTagName(), new Attributes(Set.of(), Set.of()));
        assertThat(names).as(element.getTagName()).containsAll(allowed.required());
        assertThat(names).as(element.getTagName()).allMatch(allowed::knows);
    }

    private static void inOrder(Element element, List<String> order) {
        List<Integer> places = children(element).stream()
                .map(child -> order.indexOf(child.getTagName()))
                .toList();
        assertThat(places).as("children of " + element.getTagName()).isSorted().doesNotContain(-1);
    }

    private static List<Element> children(Element element) {
        List<Element> all = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int place = 0; place < nodes.getLength(); place++) {
            if (nodes.item(place) instanceof Element child) {
                all.add(child);
            }
        }
        return all;
    }

    private record Attributes(Set<String> required, Set<String> optional) {

        boolean knows(String name) {
            return required.contains(name) || optional.contains(name);
        }
    }
}
