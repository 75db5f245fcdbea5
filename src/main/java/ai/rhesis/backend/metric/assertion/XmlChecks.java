package ai.rhesis.backend.metric.assertion;

import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// The assertions that an output is or contains XML with the required elements: paths such as `root.child`, as a
/// list or as `{"requiredElements": […]}`.
final class XmlChecks {

    private XmlChecks() {}

    /// Looks at the whole output, which is one document.
    static Check isXml(Terms terms) {
        List<String> required = required(terms.value());
        return Check.ofText(output -> {
            try {
                return finding(List.of(XmlElement.parse(output)), required);
            } catch (XMLStreamException notWellFormed) {
                return AssertionResult.of(false, "The output is not a well-formed XML document");
            }
        });
    }

    /// Looks at the elements in the output.
    static Check containsXml(Terms terms) {
        List<String> required = required(terms.value());
        return Check.ofText(output -> {
            List<XmlElement> fragments = XmlFragments.in(output);
            return fragments.isEmpty()
                    ? AssertionResult.of(false, "The output contains no well-formed XML")
                    : finding(fragments, required);
        });
    }

    private static AssertionResult finding(List<XmlElement> elements, List<String> required) {
        String missing = required.stream()
                .filter(path -> !XmlElement.hasPath(elements, List.of(path.split("\\."))))
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? AssertionResult.of(true, "The output has the XML that it must have")
                : AssertionResult.of(false, "The XML lacks " + OutputText.shortened(missing));
    }

    private static List<String> required(String value) {
        if (value.isBlank()) {
            return List.of();
        }
        JsonNode json = JsonTexts.parse(value);
        if (json == null || json.isArray()) {
            return ValueList.of(value);
        }
        if (json.path("requiredElements") instanceof ArrayNode paths) {
            return ValueList.ofArray(paths);
        }
        throw UnjudgeableException.invalidValue(
                "The value must be a list of paths, or JSON as {\"requiredElements\": [\"root.child\"]}");
    }
}
