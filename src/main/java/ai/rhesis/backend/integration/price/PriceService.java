package ai.rhesis.backend.integration.price;

import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The prices of an organization's models. A price is never changed: a new one follows it, or it is taken back.
@Service
@Transactional
public class PriceService {

    private final PriceQueries prices;
    private final Directory directory;

    PriceService(PriceQueries prices, Directory directory) {
        this.prices = prices;
        this.directory = directory;
    }

    /// Returns the prices by model, the newest first.
    @Transactional(readOnly = true)
    Listing<Price> list(@Nullable UUID modelId, ListRequest page) {
        int limit = Objects.requireNonNullElse(page.limit(), ListRequest.MAX_LIMIT);
        return new Listing<>(prices.page(modelId, page.skip(), limit), prices.count(modelId), null);
    }

    /// @throws ProblemException 422 for an unknown model, 409 where it has a price from that moment on
    Price add(PriceRequest request) {
        if (!directory.isLiving(Model.class, request.modelId())) {
            throw Problem.invalid("model_id", "does not exist").exception();
        }
        Instant from = request.validFrom() == null ? Instant.now() : request.validFrom();
        Price price = new Price(
                BaseEntity.newId(),
                request.modelId(),
                request.input(),
                request.output(),
                request.cached(),
                request.reasoning(),
                from.truncatedTo(ChronoUnit.MICROS));
        if (!prices.add(price)) {
            throw Problem.conflict("The model has another price from this moment on; take that back first")
                    .exception();
        }
        return price;
    }

    /// @throws ProblemException 404 without the price
    Price delete(UUID id) {
        return prices.delete(id)
                .orElseThrow(() -> Problem.notFound("Price not found", id).exception());
    }

    /// Returns the price of a model at this moment.
    @Transactional(readOnly = true)
    public Optional<Price> now(UUID modelId) {
        return prices.valid(modelId, Instant.now());
    }
}
