// Jest cannot enter Nest's ES modules from CommonJS (nestjs-cls) while they load, so they are loaded first.
import '@nestjs/common';
import '@nestjs/core';
