# One image for the web process, the realtime process and the migration job: they differ by command.
FROM node:22-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json .npmrc ./
COPY scripts/install.js scripts/progress.js scripts/sentence.js scripts/
RUN node -e "import('./scripts/install.js').then((module) => module.install())"
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -rf .next/cache

FROM base
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=build /app/package.json /app/next.config.js ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY --from=build /app/dist dist
COPY --from=build /app/db/migrations db/migrations
# The site keeps re-encoded pictures in its cache.
RUN mkdir -p .next/cache /data && chown node:node .next/cache /data
USER node
VOLUME /data
EXPOSE 3000 3001
CMD ["node", "node_modules/next/dist/bin/next", "start"]
