package ai.rhesis.backend.integration.price;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/prices")
class PriceController {

    private final PriceService prices;

    PriceController(PriceService prices) {
        this.prices = prices;
    }

    @GetMapping
    List<Price> listPrices(
            @RequestParam(name = "model_id", required = false) @Nullable UUID modelId,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "100") int limit) {
        return prices.list(modelId, skip, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Price addPrice(@RequestBody PriceRequest request) {
        return prices.add(request);
    }

    @DeleteMapping("/{id}")
    Price deletePrice(@PathVariable UUID id) {
        return prices.delete(id);
    }
}
