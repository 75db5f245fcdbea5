package ai.rhesis.backend.identity.session;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Sessions that grow old, by moving their rows into the past.
@IntegrationTest
class SessionLifetimeTests {

    private static final String OF_ACCOUNT = "account_id = (select id from app.account where email = ?)";
    private static final String AGE = "update app.refresh_token set created_at = created_at - make_interval(days => ?),"
            + " expires_at = expires_at - make_interval(days => ?) where " + OF_ACCOUNT;
    private static final String LEFT =
            "select round(extract(epoch from expires_at - now()) / 86400) from app.refresh_token where " + OF_ACCOUNT;

    @Autowired
    Organizations organizations;

    private final String address = newAddress();
    private Api nobody;
    private String token = "";

    @BeforeEach
    void logIn() {
        nobody = organizations.anonymous();
        Answer login = nobody.post("/auth/register", Map.of("email", address, "password", PASSWORD));
        token = String.valueOf(organizations.exchange(login).text("refresh_token"));
    }

    @Test
    void whatIsUsedWithinSevenDaysLivesForSevenMore() throws SQLException {
        passDays(6);
        assertThat(daysLeft()).isEqualTo(1);
        assertThat(refresh()).isEqualTo(200);
        assertThat(daysLeft()).isEqualTo(7);
        passDays(6);
        assertThat(refresh()).isEqualTo(200);
    }

    @Test
    void whatIsUnusedForSevenDaysIsOver() throws SQLException {
        passDays(7);
        assertThat(refresh()).isEqualTo(401);
    }

    @Test
    void whatIsUsedEachDayIsOverAfterThirty() throws SQLException {
        for (int day = 6; day <= 24; day += 6) {
            passDays(6);
            assertThat(refresh()).as("day " + day).isEqualTo(200);
        }
        assertThat(daysLeft()).isEqualTo(6);
        passDays(5);
        assertThat(refresh()).isEqualTo(200);
        assertThat(daysLeft()).isEqualTo(1);
        passDays(1);
        assertThat(refresh()).isEqualTo(401);
    }

    private int refresh() {
        return nobody.post("/auth/refresh", Map.of("refresh_token", token)).status();
    }

    private void passDays(int days) throws SQLException {
        TestDatabase database = TestDatabase.shared();
        try (Connection connection = database.connect(database.superuser());
                PreparedStatement update = connection.prepareStatement(AGE)) {
            update.setInt(1, days);
            update.setInt(2, days);
            update.setString(3, address);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private int daysLeft() throws SQLException {
        TestDatabase database = TestDatabase.shared();
        try (Connection connection = database.connect(database.superuser());
                PreparedStatement query = connection.prepareStatement(LEFT)) {
            query.setString(1, address);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
