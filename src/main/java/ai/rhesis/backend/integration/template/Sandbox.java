package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.el.TruthyTypeConverter;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.lib.Importable;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.tree.Node;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jinjava.de.odysseus.el.ExpressionFactoryImpl;
import jinjava.de.odysseus.el.tree.TreeStore;
import jinjava.de.odysseus.el.tree.impl.Cache;
import jinjava.javax.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;

/// The engine with everything switched off but what is listed here, so that what a new version brings is off as well.
final class Sandbox {

    private static final int MAX_RANGE = 1_000;
    private static final Set<String> TAGS = Set.of("if", "elif", "else", "for", "set", "raw");
    private static final Set<String> FUNCTIONS = Set.of(":range");

    private static final JinjavaConfig CONFIG = JinjavaConfig.newBuilder()
            .withLocale(Locale.ROOT)
            .withElResolver(new DataResolver())
            .withMaxOutputSize(RenderingBounds.MAX_TEXT_LENGTH)
            .withMaxStringLength(RenderingBounds.MAX_TEXT_LENGTH)
            .withMaxListSize(RenderingBounds.MAX_ITEMS)
            .withMaxMapSize(RenderingBounds.MAX_ITEMS)
            .withRangeLimit(MAX_RANGE)
            .withNestedInterpretationEnabled(false)
            .withEnableFilterChainOptimization(true)
            .withProcessors(JinjavaProcessors.newBuilder()
                    .withNodePreProcessor((node, rendering) -> ((Rendering) rendering).budget.spendTime())
                    .build())
            .withLegacyOverrides(LegacyOverrides.newBuilder()
                    .withIterateOverMapKeys(true)
                    .withUseNaturalOperatorPrecedence(true)
                    .withKeepNullableLoopValues(true)
                    .build())
            .build();

    private static final Context LIBRARY = library();

    // The engine takes its functions from here, whatever a rendering is allowed.
    private static final Jinjava ENGINE = new Jinjava(CONFIG) {
        @Override
        public Context getGlobalContext() {
            return LIBRARY;
        }

        @Override
        public ExpressionFactory getExpressionFactory() {
            return EXPRESSIONS;
        }
    };

    private static final int MAX_CACHED_EXPRESSIONS = 1_000;
    private static final ExpressionFactory EXPRESSIONS = new ExpressionFactoryImpl(
            new TreeStore(new BudgetedSyntax(), new Cache(MAX_CACHED_EXPRESSIONS)), new TruthyTypeConverter());

    private static final SyntaxCheck SYNTAX = new SyntaxCheck(LIBRARY);

    private Sandbox() {}

    static Rendering rendering(Map<String, ?> values, @Nullable Object document, boolean isJson) {
        return new Rendering(ENGINE, new Scope(LIBRARY, values), CONFIG, document, isJson);
    }

    /// @throws TemplateException at the first mistake in an expression
    static void check(Node template) {
        SYNTAX.check(template);
    }

    private static Map<Library, Set<String>> everythingElse() {
        Context everything = new Context();
        return Map.of(
                Library.FILTER, without(everything.getAllFilters(), Filters.names()::contains),
                Library.FUNCTION, without(everything.getAllFunctions(), FUNCTIONS::contains),
                Library.TAG, without(everything.getAllTags(), name -> TAGS.contains(name) || name.startsWith("end")));
    }

    private static Context library() {
        Context library = new Context(null, null, everythingElse());
        Filters.OF_THE_ENGINE.forEach(
                (name, cost) -> library.registerFilter(new BudgetedFilter(library.getFilter(name), cost)));
        Filters.OURS.forEach(library::registerFilter);
        ProviderFilters.ALL.forEach(library::registerFilter);
        List.copyOf(library.getAllExpTests()).forEach(test -> library.registerExpTest(new BudgetedPredicate(test)));
        library.registerFunction(
                new ELFunctionDefinition("", "jsonpath", JsonPathFunction.class, "read", Object.class));
        library.setExpressionStrategy(new Output());
        return library;
    }

    private static Set<String> without(Collection<? extends Importable> all, Predicate<String> allowed) {
        return all.stream().map(Importable::getName).filter(allowed.negate()).collect(Collectors.toSet());
    }
}
