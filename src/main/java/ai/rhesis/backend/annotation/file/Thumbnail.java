package ai.rhesis.backend.annotation.file;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// A small PNG of an image. Of a large one only some rows and columns of pixels are read, and one of too many pixels
/// not at all, so that a small file can't take much memory.
final class Thumbnail {

    private static final long MAX_PIXELS = 25_000_000;

    private Thumbnail() {}

    /// Makes an image that fits into a square; null when the content is no image that is understood.
    ///
    /// @param size the length of a side of the square
    static byte @Nullable [] of(InputStream content, int size) throws IOException {
        try (ImageInputStream image = new MemoryCacheImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(image, true, true);
                return read(reader, size);
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte @Nullable [] read(ImageReader reader, int size) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            return null;
        }
        ImageReadParam sparse = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * size));
        sparse.setSourceSubsampling(step, step, 0, 0);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(scaled(reader.read(0, sparse), size), "png", png);
        return png.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage image, int size) {
        double factor = Math.min(1.0, (double) size / Math.max(image.getWidth(), image.getHeight()));
        Rectangle fit = new Rectangle((int) Math.max(1, Math.round(image.getWidth() * factor)), (int)
                Math.max(1, Math.round(image.getHeight() * factor)));
        BufferedImage small = new BufferedImage(fit.width, fit.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, fit.width, fit.height, null);
        pen.dispose();
        return small;
    }
}
