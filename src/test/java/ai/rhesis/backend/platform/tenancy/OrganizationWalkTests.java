package ai.rhesis.backend.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;

@IntegrationTest
class OrganizationWalkTests {

    @Autowired
    Organizations organizations;

    @Autowired
    OrganizationWalk walk;

    @Test
    void anOrganizationThatFailsIsSkippedAndTheOthersAreEntered() {
        Tenant first = Organizations.tenantOf(organizations.create());
        Tenant second = Organizations.tenantOf(organizations.create());
        List<Tenant> entered = new ArrayList<>();

        int done = walk.sum("Disturbed", owner -> {
            entered.add(owner);
            if (owner.equals(first)) {
                throw new QueryTimeoutException("too slow");
            }
            return 1;
        });

        assertThat(done).isEqualTo(entered.size() - 1);
        assertThat(entered).contains(first, second);
    }
}
