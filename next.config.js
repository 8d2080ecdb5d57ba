/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  output: process.env.PRAJIX_STANDALONE === '1' ? 'standalone' : undefined,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'redis'],
  // `npm test` type-checks the whole repository, tests included, before it builds.
  typescript: { ignoreBuildErrors: true },
}
