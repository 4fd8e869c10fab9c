using NasDaemon.Pipeline.Tasks.Requests;

namespace NasDaemon.Pipeline.Tests.Tasks.Requests;

public sealed class ClassReadingTests
{
    private static readonly ClassReading Pictures = new(["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]);
    private static readonly ClassReading Digits = new(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);

    [Theory]
    [InlineData("Tell frogs from dogs on pictures of 32 by 32 pixels.", "frog dog")]
    [InlineData("A binary classifier: dog against frog.", "dog frog")]
    [InlineData("Only the classes ship, truck, and automobile of CIFAR-10", "ship truck automobile")]
    [InlineData("Frogs vs. dogs! A frog is class 0.", "frog dog")]
    [InlineData("Is it a cat or a dog?", "cat dog")]
    public void Filter_ClassesInARow_AreTheFilter(string request, string expected) => Assert.Equal(expected, string.Join(' ', Pictures.Filter(request)));

    [Theory]
    [InlineData("All classes except cats and dogs")]
    [InlineData("Recognise animals such as cats and dogs, and all the rest.")]
    [InlineData("Cats are hard, and so are dogs.")]
    [InlineData("A network as small as a frog.")]
    [InlineData("airplane automobile bird cat deer dog frog horse ship truck")]
    [InlineData("catalogues and dogma and shipping")]
    [InlineData("")]
    public void Filter_NotPlainly_IsEmpty(string request) => Assert.Empty(Pictures.Filter(request));

    [Theory]
    [InlineData("Only the digits 3 and 8", "3 8")]
    [InlineData("classes 1, 7", "1 7")]
    [InlineData("28 by 28 pixels, 3 x 3 kernels, at least 0.9 and 5 layers", "")]
    public void Filter_ClassesAreNumbers_CountOnlyWhereCalledSo(string request, string expected) => Assert.Equal(expected, string.Join(' ', Digits.Filter(request)));
}
