package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import java.util.List;
import java.util.Locale;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.Method;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.jspecify.annotations.Nullable;

/// The two sides of a comparison: a field, perhaps in one case, and a value.
final class FilterOperands {

    private final FilterText text;
    private final FilterPaths paths;
    private final CriteriaBuilder builder;

    FilterOperands(FilterText text, FilterPaths paths, CriteriaBuilder builder) {
        this.text = text;
        this.paths = paths;
        this.builder = builder;
    }

    /// @throws ProblemException when it is no field
    FilterOperand of(Expression expression) {
        if (expression instanceof Member member
                && paths.follow(member.getResourcePath()) instanceof FilterPaths.End.AtField end) {
            return FilterOperand.of(end.scope(), end.field(), builder);
        }
        if (expression instanceof Method method && isCase(method)) {
            Expression inner = method.getParameters().getFirst();
            FilterOperand operand = of(inner);
            if (operand.field().type() != ValueType.TEXT) {
                throw FilterProblem.at(0, operand.field().name() + " is not a text");
            }
            return method.getMethod() == MethodKind.TOLOWER ? operand.lower() : operand.upper();
        }
        throw FilterProblem.at(placeOf(expression), "A field is compared with a value here");
    }

    /// Returns the value; null for `null`.
    ///
    /// @throws ProblemException when it is no value
    @Nullable
    FilterValue value(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.getText().equals("null") ? null : text.value(literal.getText());
        }
        if (expression instanceof Method method && isCase(method)) {
            FilterValue inner = value(method.getParameters().getFirst());
            return inner == null ? null : inCase(method.getMethod(), inner);
        }
        throw FilterProblem.at(placeOf(expression), "A field is compared with a value, not with another field");
    }

    /// Returns the place of the first value in an expression, the only thing whose place the parser tells.
    int placeOf(Expression expression) {
        return switch (expression) {
            case Literal literal
            when literal.getText().startsWith("'") ->
                text.value(literal.getText()).place();
            case Method method ->
                method.getParameters().stream().mapToInt(this::placeOf).max().orElse(0);
            default -> 0;
        };
    }

    private static boolean isCase(Method method) {
        return List.of(MethodKind.TOLOWER, MethodKind.TOUPPER).contains(method.getMethod());
    }

    private static FilterValue inCase(MethodKind method, FilterValue value) {
        String changed = method == MethodKind.TOLOWER
                ? value.text().toLowerCase(Locale.ROOT)
                : value.text().toUpperCase(Locale.ROOT);
        return new FilterValue(changed, value.place());
    }
}
