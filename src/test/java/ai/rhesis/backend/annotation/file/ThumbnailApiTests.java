package ai.rhesis.backend.annotation.file;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ThumbnailApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String test;

    @BeforeEach
    void ownTest() {
        api = organizations.create();
        test = api.create("/tests", Map.of("prompt", Map.of("content", "Look")));
    }

    @Test
    void anImageIsShownSmall() throws IOException {
        for (String format : new String[] {"png", "jpg"}) {
            String id = upload("seen." + format, image(800, 400, format));

            Answer answer = api.get("/files/" + id + "/thumbnail?size=144");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/png");
            BufferedImage small = read(api.download("/files/" + id + "/thumbnail?size=144"));
            assertThat(small.getWidth()).isEqualTo(144);
            assertThat(small.getHeight()).isEqualTo(72);
            assertThat(small.getRGB(70, 30) & 0xff0000).isEqualTo(0);
        }
    }

    @Test
    void aSmallImageIsNotEnlarged() throws IOException {
        String id = upload("dot.png", image(10, 4, "png"));
        assertThat(read(api.download("/files/" + id + "/thumbnail")).getWidth()).isEqualTo(10);
    }

    @Test
    void whatIsNoImageHasNone() throws IOException {
        byte[] broken = image(40, 40, "png");
        String cut = upload("cut.png", java.util.Arrays.copyOf(broken, 30));
        String text = upload("notes.txt", "Look".getBytes());
        assertThat(api.get("/files/" + text + "/thumbnail?size=144").status()).isEqualTo(404);
        assertThat(api.get("/files/" + cut + "/thumbnail?size=144").status()).isEqualTo(404);
        assertThat(api.get("/files/" + text + "/thumbnail?size=0").text("field"))
                .isEqualTo("size");
    }

    @Test
    void anImageOfTooManyPixelsHasNone() throws IOException {
        byte[] bomb = image(1, 1, "png");
        // the header of a PNG tells its width from the 17th byte on
        bomb[16] = 0x00;
        bomb[17] = 0x0f;
        bomb[18] = 0x42;
        bomb[19] = 0x40;
        bomb[20] = 0x00;
        bomb[21] = 0x0f;
        bomb[22] = 0x42;
        bomb[23] = 0x40;
        String id = upload("bomb.png", bomb);
        assertThat(api.get("/files/" + id + "/thumbnail").status()).isEqualTo(404);
    }

    @Test
    void anotherOrganizationSeesNone() throws IOException {
        String id = upload("seen.png", image(10, 10, "png"));
        assertThat(organizations.create().get("/files/" + id + "/thumbnail").status())
                .isEqualTo(404);
    }

    private String upload(String name, byte[] content) {
        Answer uploaded = api.upload("/files?entity_type=Test&entity_id=" + test, Map.of(name, content));
        return String.valueOf(uploaded.text("0.id"));
    }

    private static byte[] image(int width, int height, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
