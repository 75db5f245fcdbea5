package ai.rhesis.backend.platform.query;

import ai.rhesis.backend.platform.problem.ProblemException;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.core.uri.parser.FilterParser;
import org.apache.olingo.server.core.uri.parser.UriParserSemanticException;
import org.apache.olingo.server.core.uri.parser.UriParserSemanticException.MessageKeys;
import org.apache.olingo.server.core.uri.parser.UriTokenizer.TokenKind;

/// The OData filter of a list, parsed over the declared fields, so that nothing else can be named.
final class Filter<T> implements Restriction<T> {

    static final String PARAMETER = "$filter";

    private static final Set<MessageKeys> UNKNOWN_FIELD =
            Set.of(MessageKeys.PROPERTY_NOT_IN_TYPE, MessageKeys.EXPRESSION_PROPERTY_NOT_IN_TYPE);

    private final FilterText text;
    private final Fields fields;
    private final Expression expression;

    /// @throws ProblemException 400 that says where and what is allowed
    Filter(String filter, Fields fields) {
        this.text = new FilterText(filter);
        this.fields = fields;
        this.expression = parse();
    }

    @Override
    public Predicate on(Root<T> root, CriteriaQuery<?> query, CriteriaBuilder builder) {
        return new FilterCondition(text, builder, new FilterScope(root, fields, query, builder)).holds(expression);
    }

    private Expression parse() {
        FilterModel model = new FilterModel(fields);
        FilterTokenizer tokens = new FilterTokenizer(text.normalized());
        try {
            Expression parsed = new FilterParser(model.edm(), OData.newInstance())
                    .parse(tokens, model.root(), List.of(), Map.of())
                    .getExpression();
            if (!tokens.next(TokenKind.EOF)) {
                throw notUnderstood(tokens);
            }
            return parsed;
        } catch (UriParserSemanticException meaningless) {
            throw explain(meaningless, tokens);
        } catch (ODataException | IllegalArgumentException | NullPointerException | ClassCastException unreadable) {
            // the parser answers some malformed input with what looks like a bug of ours
            throw notUnderstood(tokens);
        }
    }

    private ProblemException explain(UriParserSemanticException failure, FilterTokenizer tokens) {
        int place = text.original(tokens.lastTaken());
        if (UNKNOWN_FIELD.contains(failure.getMessageKey())) {
            return FilterProblem.at(place, "There is no such field here", fields.reachable());
        }
        return tokens.isAtEnd()
                ? FilterProblem.at(place, "The types that are compared here don't match")
                : notUnderstood(tokens);
    }

    private ProblemException notUnderstood(FilterTokenizer tokens) {
        return FilterProblem.at(
                text.original(tokens.firstRefused()),
                "This is not a valid OData v4 filter",
                List.of("eq", "ne", "gt", "ge", "lt", "le", "in", "and", "or", "not"));
    }
}
