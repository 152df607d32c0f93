/** Drawn here, so that nothing is fetched. Decorative: the button beside carries the name. */

const PATHS = {
  star: "M12 3.500l2.600 5.400 5.900.800-4.300 4.100 1.100 5.900L12 16.800l-5.300 2.900 1.100-5.900L3.500 9.700l5.900-.800z",
  send: "M4 12h14M12 5l7 7-7 7",
  close: "M6 6l12 12M18 6L6 18",
  restart: "M4 12a8 8 0 1 1 2.5 5.8M4 19v-5h5",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
  widen: "M9 5H4v5M15 19h5v-5M4 5l6 6M20 19l-6-6",
  narrow: "M5 10h5V5M19 14h-5v5M10 10L4 4M14 14l6 6",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  up: "M7 21V11l4-8c1.5 0 2.5 1 2.5 2.5L13 9h5.5a2 2 0 0 1 2 2.4l-1.4 7a2 2 0 0 1-2 1.6H7M3 11h4v10H3z",
  down: "M17 3v10l-4 8c-1.5 0-2.5-1-2.5-2.5L11 15H5.500a2 2 0 0 1-2-2.400l1.400-7a2 2 0 0 1 2-1.600H17M21 13h-4V3h4z",
  fold: "M6 9l6 6 6-6",
  phone: "M6 3h4l1.500 5L9 10a12 12 0 0 0 5 5l2-2.500L21 14v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z",
  out: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  back: "M15 6l-6 6 6 6",
  next: "M9 6l6 6-6 6",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
