/** The page's own landmark: what opens over the page belongs there, where those who move by landmarks look for it. */
export const landmark = () =>
  typeof document === 'undefined' ? undefined : document.getElementById('content')
