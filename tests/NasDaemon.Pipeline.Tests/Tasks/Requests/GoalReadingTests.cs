using NasDaemon.Pipeline.Tasks.Requests;

namespace NasDaemon.Pipeline.Tests.Tasks.Requests;

public sealed class GoalReadingTests
{
    [Theory]
    [InlineData("I need an object detector for frogs and dogs.", "object detection")]
    [InlineData("Find every frog and give me its bounding box.", "object detection")]
    [InlineData("Ich brauche eine Objektdetektion für Frösche.", "object detection")]
    [InlineData("Un réseau pour la détection d'objets dans des photos", "object detection")]
    [InlineData("Quiero detección de objetos en imágenes de 32 por 32", "object detection")]
    [InlineData("Нужна сеть для обнаружения объектов на фотографиях", "object detection")]
    [InlineData("请给我一个目标检测网络", "object detection")]
    [InlineData("カエルの物体検出をしたい", "object detection")]
    [InlineData("Semantic segmentation of street scenes, please", "segmentation")]
    [InlineData("Bitte eine Bildsegmentierung in Vordergrund und Hintergrund", "segmentation")]
    [InlineData("pose estimation for dancers", "pose estimation")]
    [InlineData("Generate new images of frogs", "image generation")]
    public void Read_AnotherGoal_IsMeant(string request, string goal)
    {
        var finding = GoalReading.Read(request);

        Assert.Equal((goal, true), (finding?.Goal, finding?.IsMeant));
    }

    [Theory]
    [InlineData("Classify frogs and dogs; the pictures were cut out by an object detector.")]
    [InlineData("Not object detection: only the class of the picture.")]
    [InlineData("A small backbone that we use for object detection.")]
    [InlineData("Whole pictures, no bounding boxes.")]
    [InlineData("Unterscheide Frösche von Hunden, wie in der Objektdetektion üblich.")]
    [InlineData("Tell frogs from dogs. Later we want semantic segmentation.")]
    [InlineData("Wir wollen keine Objektdetektion.")]
    [InlineData("不要目标检测,只要网络小")]
    public void Read_MentionedInPassing_IsNotMeant(string request) => Assert.False(GoalReading.Read(request)!.IsMeant);

    [Theory]
    [InlineData("Detect whether the picture shows a frog.")]
    [InlineData("Detection of pneumonia on chest x-rays")]
    [InlineData("Tell frogs from dogs on pictures of 32 by 32 pixels.")]
    [InlineData("A small network for customer segments")]
    [InlineData("Erkenne handgeschriebene Ziffern.")]
    [InlineData("train test 数据分割")]
    public void Read_Classification_FindsNothing(string request) => Assert.Null(GoalReading.Read(request));
}
