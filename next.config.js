/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  redirects: async () => [
    { source: '/settings', destination: '/settings/profile', permanent: false },
  ],
  serverExternalPackages: [
    '@node-rs/argon2',
    'file-type',
    'pg',
    'pino',
    'prom-client',
    'redis',
    'sharp',
  ],
  // `npm test` type-checks the whole repository, tests included, before it builds.
  typescript: { ignoreBuildErrors: true },
}
