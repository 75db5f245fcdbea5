package ai.rhesis.backend.integration.price;

import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/prices")
class PriceController {

    private final PriceService prices;

    PriceController(PriceService prices) {
        this.prices = prices;
    }

    @GetMapping
    ResponseEntity<List<Price>> listPrices(
            @RequestParam(name = "model_id", required = false) @Nullable UUID modelId, WebRequest request) {
        return prices.list(modelId, ListRequest.of(request::getParameter)).toResponse();
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
