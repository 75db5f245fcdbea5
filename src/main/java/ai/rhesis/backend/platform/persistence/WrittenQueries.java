package ai.rhesis.backend.platform.persistence;

import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;

/// The selector that turns off Spring Data's rewriting of queries: each runs as it is written.
///
/// Spring Data has a parser of HQL of its own to add an order or make a count of a page. Hibernate reads each query
/// by the same grammar anyway, and refuses one that is wrong.
class WrittenQueries implements QueryEnhancerSelector {

    @Override
    public QueryEnhancerFactory select(DeclaredQuery query) {
        return QueryEnhancerFactories.fallback();
    }
}
