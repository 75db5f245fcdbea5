package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.olingo.server.api.uri.UriResourceLambdaAny;
import org.apache.olingo.server.api.uri.queryoption.expression.Binary;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.Method;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Unary;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;
import org.hibernate.query.sqm.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/// A parsed filter as a condition of a query.
///
/// In OData a comparison with what is not there is false, and `not` makes that true; in SQL it stays unknown. So `not`
/// is carried down to the comparisons, and each says what it means for null.
final class FilterCondition {

    private static final int MAX_VALUES = 200;

    private static final Map<BinaryOperatorKind, ComparisonOperator> OPERATORS = Map.of(
            BinaryOperatorKind.EQ, ComparisonOperator.EQUAL,
            BinaryOperatorKind.NE, ComparisonOperator.NOT_EQUAL,
            BinaryOperatorKind.GT, ComparisonOperator.GREATER_THAN,
            BinaryOperatorKind.GE, ComparisonOperator.GREATER_THAN_OR_EQUAL,
            BinaryOperatorKind.LT, ComparisonOperator.LESS_THAN,
            BinaryOperatorKind.LE, ComparisonOperator.LESS_THAN_OR_EQUAL);

    private final FilterText text;
    private final CriteriaBuilder builder;
    private final FilterPaths paths;
    private final FilterOperands operands;

    FilterCondition(FilterText text, CriteriaBuilder builder, FilterScope listed) {
        this.text = text;
        this.builder = builder;
        this.paths = new FilterPaths(listed);
        this.operands = new FilterOperands(text, paths, builder);
    }

    Predicate holds(Expression expression) {
        return where(expression, true);
    }

    private Predicate where(Expression expression, boolean holds) {
        return switch (expression) {
            case Unary unary when unary.getOperator() == UnaryOperatorKind.NOT -> where(unary.getOperand(), !holds);
            case Binary both when both.getOperator() == BinaryOperatorKind.AND -> connected(both, holds, holds);
            case Binary either when either.getOperator() == BinaryOperatorKind.OR -> connected(either, holds, !holds);
            case Binary in when in.getOperator() == BinaryOperatorKind.IN -> isOneOf(in, holds);
            case Binary comparison -> compares(comparison, holds);
            case Method method -> matches(method, holds);
            case Member member -> any(member, holds);
            default -> throw FilterProblem.at(0, "This is not a condition");
        };
    }

    private Predicate connected(Binary binary, boolean holds, boolean needsBoth) {
        Predicate left = where(binary.getLeftOperand(), holds);
        Predicate right = where(binary.getRightOperand(), holds);
        return needsBoth ? builder.and(left, right) : builder.or(left, right);
    }

    private Predicate compares(Binary binary, boolean holds) {
        ComparisonOperator operator = OPERATORS.get(binary.getOperator());
        boolean isTurned = binary.getLeftOperand() instanceof Literal;
        Expression field = isTurned ? binary.getRightOperand() : binary.getLeftOperand();
        Expression value = isTurned ? binary.getLeftOperand() : binary.getRightOperand();
        if (operator == null || field instanceof Literal) {
            throw FilterProblem.at(operands.placeOf(field), "A field is compared with a value here");
        }
        return compare(operands.of(field), isTurned ? operator.invert() : operator, operands.value(value), holds);
    }

    private Predicate compare(
            FilterOperand operand, ComparisonOperator operator, @Nullable FilterValue value, boolean holds) {
        boolean isEquality = operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
        if (value == null) {
            return operand.isNull(isEquality, holds == (operator == ComparisonOperator.EQUAL));
        }
        if (!isEquality && operand.field().type() == ValueType.BOOLEAN) {
            throw FilterProblem.at(
                    value.place(),
                    operand.field().name() + " can't be compared with an order",
                    List.of("eq", "ne", "in"));
        }
        boolean includesNull = holds == (operator == ComparisonOperator.NOT_EQUAL);
        Predicate compared = operand.compare(holds ? operator : operator.negated(), value.as(operand.field()));
        return includesNull ? builder.or(compared, builder.isNull(operand.value())) : compared;
    }

    private Predicate isOneOf(Binary in, boolean holds) {
        FilterOperand operand = operands.of(in.getLeftOperand());
        List<Comparable<?>> values = new ArrayList<>();
        boolean hasNull = false;
        for (Expression listed : in.getExpressions()) {
            FilterValue value = operands.value(listed);
            hasNull |= value == null;
            if (value != null) {
                values.add(value.as(operand.field()));
            }
        }
        if (values.size() > MAX_VALUES) {
            throw FilterProblem.at(
                    operands.placeOf(in.getExpressions().get(MAX_VALUES)),
                    "At most " + MAX_VALUES + " values are listed");
        }
        return operand.isOneOf(values, hasNull, holds);
    }

    private Predicate matches(Method method, boolean holds) {
        List<Expression> parameters = method.getParameters();
        FilterOperand operand = operands.of(parameters.getFirst());
        FilterValue part = operands.value(parameters.getLast());
        if (part == null || operand.field().type() != ValueType.TEXT) {
            throw FilterProblem.at(
                    operands.placeOf(parameters.getLast()), operand.field().name() + " can't be searched like this");
        }
        String pattern = part.text().replaceAll("[\\\\%_]", "\\\\$0");
        pattern = method.getMethod() == MethodKind.STARTSWITH ? pattern : "%" + pattern;
        pattern = method.getMethod() == MethodKind.ENDSWITH ? pattern : pattern + "%";
        return operand.isLike(pattern, holds);
    }

    private Predicate any(Member member, boolean holds) {
        if (!(paths.follow(member.getResourcePath()) instanceof FilterPaths.End.AtMany end)) {
            throw FilterProblem.at(0, "A field is compared with a value");
        }
        Predicate exists = end.scope().exists(end.many(), one -> each(end.any(), one));
        return holds ? exists : builder.not(exists);
    }

    private Predicate each(UriResourceLambdaAny any, FilterScope member) {
        if (any.getExpression() == null) {
            return builder.conjunction();
        }
        paths.bind(any.getLambdaVariable(), member);
        return where(any.getExpression(), true);
    }
}
