namespace NasDaemon.Reports.Html.Tests.Pages;

/// <summary>What is asked of a page by calling into it.</summary>
internal static class PageChecks
{
    /// <summary>Texts whose colour is too near to that of what is behind them: below 4.5 to 1 by WCAG 2.1, 1.4.3.</summary>
    public const string PoorContrast = """
        () => {
          const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
          const parse = text => (text.match(/[\d.]+/g) || []).map(Number);
          const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
          const behind = element => {
            for (let node = element; node; node = node.parentElement) {
              const box = node.tagName === 'g' ? node.querySelector('rect') : null;
              const colour = parse(box ? getComputedStyle(box).fill : getComputedStyle(node).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) { return colour; }
            }
            return [255, 255, 255];
          };
          const poor = [];
          for (const element of document.querySelectorAll('body *')) {
            if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) { continue; }
            if (['SCRIPT', 'title', 'desc', 'OPTION'].includes(element.tagName)) { continue; }
            const style = getComputedStyle(element);
            const front = luminance(parse(element.tagName === 'text' ? style.fill : style.color));
            const back = luminance(behind(element));
            const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
            if (ratio < 4.5) { poor.push(`${element.tagName} ${element.className.baseVal ?? element.className} ${ratio.toFixed(2)} ${element.textContent.slice(0, 30)}`); }
          }
          return poor;
        }
        """;

    /// <summary>What someone who does not see the page would miss.</summary>
    public const string Unreadable = """
        () => {
          const missing = [];
          let level = 0;
          for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5')) {
            const next = Number(heading.tagName[1]);
            if (next > level + 1) { missing.push(`${heading.tagName} after h${level}: ${heading.textContent}`); }
            level = next;
          }
          if (document.querySelectorAll('h1').length !== 1) { missing.push('one h1'); }
          if (!document.documentElement.lang || !document.title) { missing.push('language or title'); }
          for (const table of document.querySelectorAll('table')) {
            if (!table.caption || !table.caption.textContent) { missing.push('a caption'); }
            if ([...table.querySelectorAll('th')].some(head => !head.scope)) { missing.push('a scope'); }
          }
          for (const picture of document.querySelectorAll('svg:not([aria-hidden])')) {
            const ids = (picture.getAttribute('aria-labelledby') || '').split(' ');
            if (!ids.every(id => id && document.getElementById(id)?.textContent)) { missing.push(`the text of ${picture.outerHTML.slice(0, 60)}`); }
          }
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
          ids.filter((id, index) => ids.indexOf(id) !== index).forEach(id => missing.push(`another name than ${id}`));
          for (const link of document.querySelectorAll('a[href^="#"]')) {
            if (!document.getElementById(link.getAttribute('href').slice(1))) { missing.push(`what ${link.getAttribute('href')} leads to`); }
          }
          for (const field of document.querySelectorAll('input, select')) {
            if (!field.labels.length) { missing.push('a label'); }
          }
          return missing;
        }
        """;

    /// <summary>Labels of a picture that lie over each other.</summary>
    public const string Overlaps = """
        () => {
          const found = [];
          for (const picture of [...document.querySelectorAll('svg.chart, svg.network')].filter(shown => shown.checkVisibility())) {
            const texts = [...picture.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
            const frame = picture.getBoundingClientRect();
            texts.forEach(([text, box], index) => {
              if (box.left < frame.left - 1 || box.right > frame.right + 1) { found.push(`outside: ${text}`); }
              for (const [other, place] of texts.slice(index + 1)) {
                if (box.left < place.right - 1 && place.left < box.right - 1 && box.top < place.bottom - 3 && place.top < box.bottom - 3) { found.push(`${text} / ${other}`); }
              }
            });
            for (const box of picture.querySelectorAll('g')) {
              const rim = box.querySelector('rect').getBoundingClientRect();
              for (const text of box.querySelectorAll('text')) {
                const place = text.getBoundingClientRect();
                if (place.left < rim.left || place.right > rim.right) { found.push(`wider than its box: ${text.textContent}`); }
              }
            }
          }
          return found;
        }
        """;
}
