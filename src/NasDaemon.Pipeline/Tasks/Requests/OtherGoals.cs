using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NasDaemon.Pipeline.Tasks.Requests;

/// <summary>
/// The words of goals that are no classification, in English, German, French, Spanish, Italian, Portuguese, Polish, Russian, Ukrainian,
/// Turkish, Chinese, Japanese and Korean. Each leaves no doubt: to detect alone may also mean to tell whether something is there.
/// </summary>
internal static partial class OtherGoals
{
    /// <summary>The goals.</summary>
    public static readonly ImmutableArray<OtherGoal> All =
    [
        new("object detection", Detection()),
        new("segmentation", Segmentation()),
        new("pose estimation", Pose()),
        new("object tracking", Tracking()),
        new("image generation", Generation()),
        new("image captioning", Captioning()),
    ];

    [GeneratedRegex(
        @"\bobject[- ]?(detect|locali[sz])|\b(detect(ion|ing)?|locali[sz]e|locat(e|ing)) (of |the |all |each |every |several |multiple )*(objects|faces|people|persons|pedestrians|vehicles)\b"
        + @"|\bbounding[- ]?box|\bdraw(ing)? (a |the )?box(es)?\b|\bface detect"
        + @"|\bobjekt(detektion|lokalisierung|erkennung mit)|\bdetektion von objekten|\bbegrenzungsrahmen|\bbegrenzungsrechteck"
        + @"|d[ée]tection d['’ ]?(e )?objets|\bbo[iî]tes? englobante|\b(cadre|bo[iî]te)s? de d[ée]limitation"
        + @"|\bdetecci[óo]n de objetos|\b(cuadro|caja|recuadro)s? delimitador|\brilevamento (di |degli )?oggetti|\briquadr[oi] di delimitazione"
        + @"|\bdetec[çc][ãa]o de objetos|\bcaixas? delimitadora|\bwykrywani[ea] obiekt|\bramk[aęi] ograniczając"
        + @"|(обнаружени|детектировани|детекци)[а-я]* объект|ограничивающ[а-я]* (рамк|прямоугольник)|виявлення об.?єкт|обмежувальн[а-яії]* рамк"
        + @"|\bnesne (tespit|alg[ıi]la)|目标检测|物体检测|对象检测|目標檢測|物件偵測|边界框|邊界框|物体検出|バウンディングボックス|객체 ?(탐지|검출)|바운딩 ?박스",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Detection();

    [GeneratedRegex(
        @"\b(semantic|instance|panoptic|image|pixel[- ]?wise)[- ]segmentation|\bsegment(ing)? (the |all |each |every )*(objects|images?|pixels|pictures|foreground|background)\b|\bsegmentation mask"
        + @"|\b(bild|instanz)?segmentierung (von|der|des)|\b(bild|instanz)segmentierung|\bsemantische segmentierung|\bsegmentation (s[ée]mantique|d['’]images?|d['’]instances?)"
        + @"|\bsegmentaci[óo]n (sem[áa]ntica|de (im[áa]genes|instancias))|\bsegmentazione (semantica|di immagini)|\bsegmenta[çc][ãa]o (sem[âa]ntica|de imagens)|\bsegmentacja (semantyczna|obraz)"
        + @"|(семантическ|инстанс)[а-я-]* сегментаци|сегментаци[а-я]* (изображени|объект)|сегментаці[а-яії]* (зображен|об.?єкт)|\b(anlamsal|görüntü) (bölütleme|segmentasyon)"
        + @"|(语义|实例|图像|語義|實例|影像)分割|セグメンテーション|領域分割|(시맨틱|인스턴스|이미지|의미론적) ?(세그멘테이션|분할)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Segmentation();

    [GeneratedRegex(
        @"\b(human[- ])?pose[- ](estimation|detection)|\bkey[- ]?point (detection|estimation|locali[sz]ation)|\bposenschätzung|\bestimation de pose|\bestimaci[óo]n de (la )?pose|оценк[а-я]* позы|姿态估计|姿勢推定|자세 ?추정",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pose();

    [GeneratedRegex(
        @"\b(multi[- ])?object tracking|\bobjektverfolgung|\bsuivi d['’]objets|\bseguimiento de objetos|(отслеживани|трекинг)[а-я]* объект|目标跟踪|物体追跡|객체 ?추적",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Tracking();

    [GeneratedRegex(
        @"\b(generate|generating|synthesi[sz]e) (new |more |realistic |photorealistic )*(images|pictures|photos)\b|\bimage (generation|synthesis)\b|\bbilder (generieren|erzeugen)|\bbildgenerierung|\bg[ée]n[ée]r(er|ation) d(es|['’])? ?images"
        + @"|\bgenera(r|ci[óo]n de) im[áa]genes|генераци[а-я]* изображени|(生成|产生)(新的?)?(图像|图片|画像)|图像生成|画像生成|이미지 ?생성",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Generation();

    [GeneratedRegex(
        @"\b(image|picture) caption|\bcaption(ing)? (of )?(images|pictures)|\bbildbeschreibung|\bl[ée]gendage d['’]images|описани[а-я]* изображени|图像描述|画像キャプション|이미지 ?캡션",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Captioning();
}
