using System.Runtime.InteropServices;
using System.Text;

namespace NasDaemon.Datasets.Vision.Png;

/// <summary>Decodes PNG by the system's libpng. Its simplified interface catches every error itself, so none crosses the border.</summary>
internal static partial class LibPng
{
    private const string Library = "libpng16.so.16";
    private const uint StructureVersion = 1;
    private const uint Rgb = 2;
    private const int BytesPerPixel = 3;

    /// <summary>Decodes a picture of known size to red, green and blue bytes, row by row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">The width that it must have.</param>
    /// <param name="height">The height that it must have.</param>
    /// <returns>The pixels.</returns>
    /// <exception cref="InvalidDataException">The file is no such picture, or the library is missing.</exception>
    public static byte[] ReadRgb(string path, int width, int height)
    {
        var image = new PngImage { Version = StructureVersion };
        try
        {
            if (BeginRead(ref image, path) == 0)
            {
                throw Failed(path, image);
            }

            if (image.Width != width || image.Height != height)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)} has {image.Width} × {image.Height} pixels in place of {width} × {height}.");
            }

            image.Format = Rgb;
            var pixels = new byte[width * height * BytesPerPixel];
            return FinishRead(ref image, 0, pixels, width * BytesPerPixel, 0) == 0 ? throw Failed(path, image) : pixels;
        }
        catch (DllNotFoundException exception)
        {
            throw new InvalidDataException("libpng is not installed; on Debian, 'apt-get install libpng16-16' brings it.", exception);
        }
        finally
        {
            if (image.Opaque != 0)
            {
                Free(ref image);
            }
        }
    }

    private static InvalidDataException Failed(string path, PngImage image)
    {
        ReadOnlySpan<byte> message = image.Message;
        var end = message.IndexOf((byte)0);
        return new InvalidDataException($"{Path.GetFileName(path)} is no readable PNG: {Encoding.UTF8.GetString(end < 0 ? message : message[..end])}.");
    }

    [LibraryImport(Library, EntryPoint = "png_image_begin_read_from_file", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int BeginRead(ref PngImage image, string path);

    [LibraryImport(Library, EntryPoint = "png_image_finish_read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FinishRead(ref PngImage image, nint background, [Out] byte[] buffer, int rowStride, nint colourMap);

    [LibraryImport(Library, EntryPoint = "png_image_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Free(ref PngImage image);
}
