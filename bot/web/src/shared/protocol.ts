/** What the host page's stub and the frame tell each other by postMessage. Both check who speaks. */

/** From the stub to the frame. */
export type ToFrame =
  | { waypoint: 1; type: "shown" } // the person opened it: take the focus
  | { waypoint: 1; type: "token"; token: string } // the host's signed token for new conversations
  | { waypoint: 1; type: "wide"; wide: boolean; possible: boolean };

/** From the frame to the stub. */
export type ToHost =
  | { waypoint: 1; type: "ready" }
  | { waypoint: 1; type: "token-needed" } // the one given was refused, or none was
  | { waypoint: 1; type: "close" }
  | { waypoint: 1; type: "widen" };

const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** A colour as #rgb or #rrggbb, or null: nothing else reaches a style. */
export function validColour(text: string | null | undefined): string | null {
  return text && COLOUR.test(text) ? text : null;
}

/** Black or white, whichever is easier to read on a colour (WCAG contrast; always at least 4.5). */
export function readableOn(colour: string): "#000000" | "#ffffff" {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? "#000000" : "#ffffff";
}
